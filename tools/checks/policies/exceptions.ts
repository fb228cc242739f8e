import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { clusterLabel } from "../../../src/settings/environment/stack-names";
import type { PolicyExceptionConfig } from "../../../src/addons/gatekeeper/settings";
import { columns } from "../../kit/columns";

/** An exception, and the days for which it still holds. */
export interface Remaining {
  readonly environment: string;

  /** Cluster, as its stacks name it. */
  readonly cluster: string;

  /** Path of the exception. */
  readonly path: string;
  readonly exception: PolicyExceptionConfig;

  /** Whole days after today; negative if it has expired. */
  readonly days: number;
}

const DAY_MS = 86_400_000;

/** Exceptions of every environment as of a day such as `2026-11-21`. */
export const remaining = (environments: readonly ClusterEnvironment[], today: string): Remaining[] =>
  environments.flatMap((environment) =>
    exceptionsOf(environment).map((exception, index) => ({
      environment: environment.name,
      cluster: clusterLabel(environment),
      path: `clusters.${environment.cluster.name}.addons.gatekeeper.exceptions[${index}]`,
      exception,
      days: (Date.parse(exception.until) - Date.parse(today)) / DAY_MS,
    })),
  );

const exceptionsOf = ({ addons: { gatekeeper } }: ClusterEnvironment): readonly PolicyExceptionConfig[] =>
  gatekeeper ? gatekeeper.exceptions : [];

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

/** A row for each exception. Clusters with the same one share it. */
export function exceptionsTable(exceptions: readonly Remaining[]): string {
  const rows = new Map<string, { readonly cells: readonly string[]; readonly clusters: string[] }>();
  for (const { cluster, exception, days } of exceptions) {
    const { policy, namespace, name, until, reason } = exception;
    const cells = [policy, `${namespace}/${name}`, until, `${days} days`, reason];
    const row = rows.get(cells.join("\n")) ?? { cells, clusters: [] };
    row.clusters.push(cluster);
    rows.set(cells.join("\n"), row);
  }
  return columns([
    ["policy", "object", "until", "left", "because", "in"],
    ...[...rows.values()].map(({ cells, clusters }) => [...cells, clusters.join(", ")]),
  ]).join("\n");
}
