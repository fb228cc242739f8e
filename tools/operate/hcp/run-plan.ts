import { CommandError } from "../../kit/command-error";
import { type HcpTerraform, read, store } from "./api";
import type { Run } from "./run";

/** Numbers of resources by what a plan would do with them, and whether it would do anything at all. */
export interface Plan {
  readonly hasChanges: boolean;
  readonly imports: number;
  readonly additions: number;
  readonly changes: number;
  readonly destructions: number;
  readonly log: string;
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
