import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import type { PolicyExceptionConfig } from "../../../src/addons/gatekeeper/settings";
import { columns } from "../../kit/columns";

/** An exception, and how long it still holds. */
export interface Remaining {
  readonly environment: string;

  /** Where it stands. */
  readonly path: string;
  readonly exception: PolicyExceptionConfig;

  /** Whole days after today; fewer than none where it is over. */
  readonly days: number;
}

const DAY_MS = 86_400_000;

/** Every exception of every environment as of a day such as `2026-11-21`. */
export const remaining = (environments: readonly ClusterEnvironment[], today: string): Remaining[] =>
  environments.flatMap(({ name, cluster, addons: { gatekeeper } }) =>
    (gatekeeper ? gatekeeper.exceptions : []).map((exception, index) => ({
      environment: name,
      path: `clusters.${cluster.name}.addons.gatekeeper.exceptions[${index}]`,
      exception,
      days: (Date.parse(exception.until) - Date.parse(today)) / DAY_MS,
    })),
  );

/** What is wrong with exceptions that are over. */
export const expired = (exceptions: readonly Remaining[]): string[] =>
  exceptions
    .filter(({ days }) => days < 0)
    .map(
      ({ environment, path, exception: { policy, namespace, name, until } }) =>
        `${environment} ${path}.until: expected today or later, got "${until}"; mend ${namespace}/${name} so that it keeps ${policy}, or say again why it cannot`,
    );

/** Two years, one of them with a day more. */
const LONGEST_DAYS = 731;

/** What is wrong with exceptions that might as well be for ever. */
export const farOff = (exceptions: readonly Remaining[]): string[] =>
  exceptions
    .filter(({ days }) => days > LONGEST_DAYS)
    .map(
      ({ environment, path, exception: { until } }) =>
        `${environment} ${path}.until: expected a day within two years, got "${until}"; choose when to look at it again`,
    );

/** A row for each exception. Environments with the same one share it. */
export function exceptionsTable(exceptions: readonly Remaining[]): string {
  const rows = new Map<string, { readonly cells: readonly string[]; readonly environments: string[] }>();
  for (const { environment, exception, days } of exceptions) {
    const { policy, namespace, name, until, reason } = exception;
    const cells = [policy, `${namespace}/${name}`, until, `${days} days`, reason];
    const row = rows.get(cells.join("\n")) ?? { cells, environments: [] };
    row.environments.push(environment);
    rows.set(cells.join("\n"), row);
  }
  return columns([
    ["policy", "object", "until", "left", "because", "in"],
    ...[...rows.values()].map(({ cells, environments }) => [...cells, environments.join(", ")]),
  ]).join("\n");
}
