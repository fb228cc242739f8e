import { asMap, isMap, type JsonMap } from "../../../terraform-json/json-map";
import type { ResourceChange, ShownPlan } from "../planned-changes";

/** Way in which a change of a field reaches AWS, from the mildest to the gravest. */
export const WAYS = ["nothing changes", "added", "in place", "removed", "replaced"] as const;

export type Way = (typeof WAYS)[number];

/** Change that a plan makes to a resource, or a group of its parts. */
export interface FieldVerdict {
  readonly way: Way;

  /** Types of the resources that are replaced or removed. */
  readonly lost: readonly string[];

  /** True if one of those is protected on a live cluster, where Terraform refuses the plan. */
  readonly isRefused: boolean;
}

/** Verdict on a plan, whose stack says what is protected. */
export function verdictOf({ resource_changes = [] }: ShownPlan, stack: JsonMap): FieldVerdict {
  const changes = resource_changes.filter(({ change }) => wayOf(change) !== undefined);
  const lost = changes.filter(({ change }) => change.actions.includes("delete"));
  const ways = changes.map(({ change }) => wayOf(change)!);
  return {
    way: WAYS.findLast((way) => ways.includes(way)) ?? "nothing changes",
    lost: [...new Set(lost.map(({ type }) => type))].sort(),
    isRefused: lost.some((change) => isProtected(change, stack)),
  };
}

function wayOf({ actions }: ResourceChange["change"]): Way | undefined {
  const has = (action: string): boolean => actions.includes(action);
  if (has("delete")) {
    return has("create") ? "replaced" : "removed";
  }
  return has("create") ? "added" : has("update") ? "in place" : undefined;
}

/** True for a block that says so itself: Terraform looks at the block as it is after the change. */
function isProtected({ address, type }: ResourceChange, { resource }: JsonMap): boolean {
  const name = address.slice(type.length + 1);
  const block = asMap(asMap(resource)[type])[name];
  return isMap(block) && asMap(block.lifecycle).prevent_destroy === true;
}
