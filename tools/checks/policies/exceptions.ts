import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import type { PolicyExceptionConfig } from "../../../src/addons/gatekeeper/settings";
import { columns } from "../../kit/columns";

/** An exception, and the days for which it still holds. */
export interface Remaining {
  readonly environment: string;

  /** Path of the exception. */
  readonly path: string;
  readonly exception: PolicyExceptionConfig;

  /** Whole days after today; negative if it has expired. */
  readonly days: number;
}

const DAY_MS = 86_400_000;

/** Exceptions of every environment as of a day such as `2026-11-21`. */
export const remaining = (environments: readonly ClusterEnvironment[], today: string): Remaining[] =>
  environments.flatMap(({ name, cluster, addons: { gatekeeper } }) =>
    (gatekeeper ? gatekeeper.exceptions : []).map((exception, index) => ({
      environment: name,
      path: `clusters.${cluster.name}.addons.gatekeeper.exceptions[${index}]`,
      exception,
      days: (Date.parse(exception.until) - Date.parse(today)) / DAY_MS,
    })),
  );

/** Problems of exceptions that have expired. */
export const expired = (exceptions: readonly Remaining[]): string[] =>
  exceptions
    .filter(({ days }) => days < 0)
    .map(
      ({ environment, path, exception: { policy, namespace, name, until } }) =>
        `${environment} ${path}.until: expected today or later, got "${until}"; correct ${namespace}/${name} so that it keeps ${policy}, or say again why it cannot`,
    );

/** Days of two years, one of them a leap year. */
const LONGEST_DAYS = 731;

/** Problems of exceptions that end too far in the future. */
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
