import { CommandError } from "../../kit/command-error";
import { change, type HcpTerraform, nextLook, read, store } from "./api";
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

/** Numbers of resources by what a plan would do with them, and whether it would do anything at all. */
export interface Plan {
  readonly hasChanges: boolean;
  readonly imports: number;
  readonly additions: number;
  readonly changes: number;
  readonly destructions: number;
  readonly log: string;
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

const ENDED = ["applied", "planned_and_finished", "errored", "canceled", "force_canceled", "discarded"];

/** Statuses in which a run waits for a person who may overrule a policy. */
const HELD_UP = ["policy_override", "policy_soft_failed", "post_plan_awaiting_decision"];

/** Statuses between a confirmation and its end. */
const UNDER_WAY = [
  ...["confirmed", "queuing_apply", "apply_queued", "pre_apply_running", "pre_apply_completed"],
  ...["applying", "post_apply_running"],
];

export const hasEnded = ({ status }: Run): boolean => ENDED.includes(status);

/** Says that a plan waits to be applied, without a lock. */
export const isSaved = ({ status }: Run): boolean => status === "planned_and_saved";

export const isApplying = ({ status }: Run): boolean => UNDER_WAY.includes(status);

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

/** Looks at a run that waits for its turn, which take a quarter of an hour. */
const PATIENCE = 180;

/** Waits until a run's plan is made, or never will be: as long as it takes, once it has begun. */
export async function untilPlanned(hcp: HcpTerraform, id: string): Promise<Run> {
  let waits = 0;
  return until(hcp, id, (run) => {
    waits += run.status === "pending" ? 1 : 0;
    return isAtRest(run) || waits > PATIENCE;
  });
}

/** Waits until nothing more becomes of a run unless a person or a token does something about it. */
export const untilAtRest = (hcp: HcpTerraform, id: string): Promise<Run> => until(hcp, id, isAtRest);

const isAtRest = (run: Run): boolean =>
  run.confirmable || isSaved(run) || hasEnded(run) || HELD_UP.includes(run.status);

/** Waits until a run has ended. */
export const untilEnded = (hcp: HcpTerraform, id: string): Promise<Run> => until(hcp, id, hasEnded);

async function until(hcp: HcpTerraform, id: string, reached: (run: Run) => boolean): Promise<Run> {
  for (;;) {
    const run = await findRun(hcp, id);
    if (reached(run)) {
      return run;
    }
    await nextLook(hcp);
  }
}

const MEANINGS: Readonly<Record<string, string>> = {
  pending: "still waiting for its turn after a quarter of an hour: end what is before it in the workspace",
  policy_override: "held up by a policy: correct the cause, or have a person who may overrule it do so there",
  policy_soft_failed: "refused by a policy: correct the cause",
  post_plan_awaiting_decision: "held up by a run task, about which a person has to decide there",
  canceled: "cancelled",
  force_canceled: "cancelled without waiting for Terraform: what it was doing may be half done",
};

/** Says in words how a run stands that did not come to a plan. */
export const standing = ({ status }: Run): string => MEANINGS[status] ?? status;

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

interface PlanData {
  readonly attributes: {
    readonly "has-changes"?: boolean;
    readonly "resource-imports"?: number | null;
    readonly "resource-additions"?: number | null;
    readonly "resource-changes"?: number | null;
    readonly "resource-destructions"?: number | null;
    readonly "log-read-url"?: string | null;
  };
}

/** Reads what a run's plan would do, by HCP Terraform's own count, and its log. */
export async function planOf(hcp: HcpTerraform, { id, planId }: Run): Promise<Plan> {
  if (planId === undefined) {
    throw new CommandError(`${id}: expected a plan, got none; look at the run in HCP Terraform`);
  }
  const { data }: { readonly data: PlanData } = await read(hcp, `plans/${planId}`, `the plan of ${id}`);
  const { attributes } = data;
  const log = attributes["log-read-url"];
  return {
    hasChanges: attributes["has-changes"] ?? false,
    imports: attributes["resource-imports"] ?? 0,
    additions: attributes["resource-additions"] ?? 0,
    changes: attributes["resource-changes"] ?? 0,
    destructions: attributes["resource-destructions"] ?? 0,
    log: log ? await store(hcp, log) : "",
  };
}

/** Reads the log of a run's apply: empty where there is none. */
export async function applyLogOf(hcp: HcpTerraform, { id, applyId }: Run): Promise<string> {
  if (applyId === undefined) {
    return "";
  }
  const { data }: { readonly data: PlanData } = await read(hcp, `applies/${applyId}`, `the apply of ${id}`);
  const log = data.attributes["log-read-url"];
  return log ? store(hcp, log) : "";
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
