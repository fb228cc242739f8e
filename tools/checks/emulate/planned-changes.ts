/** Part of `terraform show -json <plan>` with the planned changes. */
export interface ShownPlan {
  readonly resource_changes?: readonly ResourceChange[];
}

/** Change of one resource. */
export interface ResourceChange {
  readonly address: string;
  readonly type: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before?: unknown;
    readonly after?: unknown;

    /** Values that are known once the plan is applied. */
    readonly after_unknown?: unknown;

    /** Paths to the arguments that force a replacement. */
    readonly replace_paths?: readonly (readonly (string | number)[])[];
  };
}

/** Number of resources that a plan creates. */
export const createdBy = ({ resource_changes = [] }: ShownPlan): number =>
  resource_changes.filter(({ change }) => change.actions.includes("create")).length;

/** Changes of a plan that should be empty: each resource with its arguments. */
export const changesIn = ({ resource_changes = [] }: ShownPlan): string[] =>
  resource_changes
    .filter(({ change }) => change.actions.some((action) => action !== "no-op" && action !== "read"))
    .map(({ address, change }) => {
      const replaced = (change.replace_paths ?? []).map((path) => path.join("."));
      const names = replaced.length > 0 ? replaced : differences(change);
      return `${address} (${change.actions.join(", ")}${names.length > 0 ? `: ${names.join(", ")}` : ""})`;
    });

function differences({ before, after, after_unknown }: ResourceChange["change"]): string[] {
  const [one, other, unknown] = [before, after, after_unknown].map((value) => value ?? {}) as [
    Record<string, unknown>,
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  const names = Object.keys({ ...one, ...other }).filter(
    (name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]),
  );
  // Unknown values mostly follow from known ones.
  const known = names.filter((name) => unknown[name] !== true);
  return known.length > 0 ? known : names;
}
