import { CommandError } from "../../kit/command-error";
import { change, type HcpTerraform, read } from "./api";
import { hasEnded, isApplying } from "./run-status";
import type { Workspace } from "./workspaces";

/** A run, as HCP Terraform last showed it. */
export interface Run {
  readonly id: string;
  readonly status: string;
  readonly message: string;
  readonly planOnly: boolean;

  /** Actions that HCP Terraform would take right now. */
  readonly confirmable: boolean;
  readonly planId: string | undefined;
  readonly applyId: string | undefined;
}

export interface RunSettings {
  readonly configurationId: string;
  readonly message: string;

  /**
   * `speculative` runs cannot be applied. `saved` ones wait to be applied without a lock, and no longer can be once the
   * state has moved on.
   */
  readonly kind: "speculative" | "saved";
  readonly destroy: boolean;

  /** Reads what exists before planning. */
  readonly refresh: boolean;
}

interface Related {
  readonly data: { readonly id: string } | null;
}

interface Data {
  readonly id: string;
  readonly attributes: {
    readonly status: string;
    readonly message?: string | null;
    readonly "plan-only"?: boolean;
    readonly actions?: { readonly "is-confirmable"?: boolean };
  };
  readonly relationships?: { readonly plan?: Related; readonly apply?: Related };
}

/** Address at which people read a run. */
export const linkOf = ({ hostname, organization }: HcpTerraform, workspace: string, run: string): string =>
  `https://${hostname}/app/${organization}/workspaces/${workspace}/runs/${run}`;

/** @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run#create-a-run */
export async function createRun(
  hcp: HcpTerraform,
  { id, name }: Workspace,
  { configurationId, message, kind, destroy, refresh }: RunSettings,
): Promise<Run> {
  const attributes = {
    message,
    refresh,
    "is-destroy": destroy,
    ...(kind === "speculative" ? { "plan-only": true } : { "save-plan": true }),
  };
  const { data }: { readonly data: Data } = await change(
    hcp,
    "runs",
    {
      data: {
        type: "runs",
        attributes,
        relationships: {
          workspace: { data: { type: "workspaces", id } },
          "configuration-version": { data: { type: "configuration-versions", id: configurationId } },
        },
      },
    },
    `to start a run of ${name}`,
  );
  return runOf(data);
}

export async function findRun(hcp: HcpTerraform, id: string): Promise<Run> {
  const { data }: { readonly data: Data } = await read(hcp, `runs/${id}`, `the run ${id}`);
  return runOf(data);
}

/** Lists the runs of a workspace that have not ended, the newest first. */
export async function openRuns(hcp: HcpTerraform, { id, name }: Workspace): Promise<Run[]> {
  const path = `workspaces/${id}/runs?filter[status_group]=non_final&page[size]=100`;
  const { data }: { readonly data: readonly Data[] } = await read(hcp, path, `the runs of ${name}`);
  return data.map(runOf).filter((run) => !hasEnded(run));
}

/** Applies the plan of a workspace's run, and no other plan. */
export async function applyRun(
  hcp: HcpTerraform,
  id: string,
  { workspace, comment }: { readonly workspace: string; readonly comment: string },
): Promise<void> {
  try {
    await change(hcp, `runs/${id}/actions/apply`, { comment }, `to apply ${workspace}`);
  } catch (error) {
    // HCP Terraform may have heard it all the same.
    const run = await findRun(hcp, id);
    if (!isApplying(run) && run.status !== "applied") {
      throw error;
    }
  }
}

/**
 * Ends a run that will not be applied: discards it or, since HCP Terraform refuses that while the plan is being made,
 * cancels it. Returns whether it is ended: HCP Terraform refuses both to a team that may plan and not apply.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run#discard-a-run
 */
export async function abandonRun(hcp: HcpTerraform, id: string): Promise<boolean> {
  for (const action of ["discard", "cancel"]) {
    try {
      await change(hcp, `runs/${id}/actions/${action}`, {}, `to ${action} ${id}`);
      return true;
    } catch (error) {
      if (!(error instanceof CommandError)) {
        throw error;
      }
    }
  }
  return false;
}

const runOf = ({ id, attributes, relationships }: Data): Run => ({
  id,
  status: attributes.status,
  message: attributes.message ?? "",
  planOnly: attributes["plan-only"] ?? false,
  confirmable: attributes.actions?.["is-confirmable"] ?? false,
  planId: relationships?.plan?.data?.id,
  applyId: relationships?.apply?.data?.id,
});
