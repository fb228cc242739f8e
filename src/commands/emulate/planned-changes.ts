/** The part of `terraform show -json <plan>` that says what would be done. */
export interface ShownPlan {
  readonly resource_changes?: readonly ResourceChange[];
}

interface ResourceChange {
  readonly address: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before?: unknown;
    readonly after?: unknown;
  };
}

/** How many resources a plan creates. */
export const createdBy = ({ resource_changes = [] }: ShownPlan): number =>
  resource_changes.filter(({ change }) => change.actions.includes("create")).length;

/** What a plan would do that should be empty: each resource with the arguments that differ. */
export const changesIn = ({ resource_changes = [] }: ShownPlan): string[] =>
  resource_changes
    .filter(({ change }) => change.actions.some((action) => action !== "no-op" && action !== "read"))
    .map(({ address, change }) => {
      const names = differences(change.before, change.after);
      return `${address} (${change.actions.join(", ")}${names.length > 0 ? `: ${names.join(", ")}` : ""})`;
    });

function differences(before: unknown, after: unknown): string[] {
  const [one, other] = [before ?? {}, after ?? {}] as Record<string, unknown>[];
  const names = [...new Set([...Object.keys(one!), ...Object.keys(other!)])];
  return names.filter((name) => JSON.stringify(one![name]) !== JSON.stringify(other![name]));
}
