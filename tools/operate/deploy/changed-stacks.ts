import type { Report } from "../../reports/changes/report";

/** Ids of the stacks in which `npm run changes -- --format json` found changes. */
export function changedStacks({ changes }: Pick<Report, "changes">): string[] {
  const ids = changes.flatMap(({ stack, environments }) =>
    environments.length > 0 ? environments.map((environment) => `${stack}-${environment}`) : [stack],
  );
  return [...new Set(ids)];
}
