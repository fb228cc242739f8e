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

/** Waits until a run's plan is made, or never will be. */
export const untilPlanned = (hcp: HcpTerraform, id: string): Promise<Run> =>
  until(hcp, id, (run) => run.confirmable || run.status === "planned_and_saved" || isStuck(run));

const isStuck = (run: Run): boolean => hasEnded(run) || HELD_UP.includes(run.status);

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

/** Applies the plan of a run, and no other plan. */
export async function applyRun(hcp: HcpTerraform, id: string, comment: string): Promise<void> {
  await change(hcp, `runs/${id}/actions/apply`, { comment }, `to apply ${id}`);
}

/**
 * Ends a run that will not be applied: discards it and, where HCP Terraform refuses that since the plan is still
 * being made, cancels it.
 */
export async function abandonRun(hcp: HcpTerraform, id: string): Promise<void> {
  try {
    await change(hcp, `runs/${id}/actions/discard`, {}, `to discard ${id}`);
  } catch (discarding) {
    await change(hcp, `runs/${id}/actions/cancel`, {}, `to cancel ${id}`).catch(() => {
      throw discarding;
    });
  }
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
