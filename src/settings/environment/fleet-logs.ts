import { accountOf } from "../organisation/environment-names";
import type { ClusterEnvironmentConfig } from "./environment";
import { observabilityOf, reportingTo, reports } from "./fleet-metrics";
import { hubOf } from "./hub";

/** Clusters of one account and region whose hub, in another account, reads their logs. */
export interface LogSource<Cluster> {
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;

  /** At least one. */
  readonly clusters: readonly Cluster[];
}

/** True for a workload cluster whose logs its hub may read: it reports, and they are in CloudWatch. */
export const sharesLogs = (config: ClusterEnvironmentConfig): boolean => {
  const { fluentBit } = config.addons;
  return (
    config.cluster.fleet?.role === "workload" &&
    reports(config) &&
    fluentBit !== false &&
    fluentBit.destination.type === "cloudwatch"
  );
};

/** Accounts and regions whose logs a hub reads. Those of its own account need no link. */
export function logSources<Cluster extends ClusterEnvironmentConfig>(
  hub: Cluster,
  all: readonly Cluster[],
): LogSource<Cluster>[] {
  const groups = new Map<string, LogSource<Cluster>>();
  for (const config of reportingTo(hub, all).filter(sharesLogs)) {
    const [account, { region }] = [accountOf(config), config];
    const key = `${account} ${region}`;
    const clusters = [...(groups.get(key)?.clusters ?? []), config];
    if (account !== accountOf(hub)) {
      groups.set(key, { account, region, clusters });
    }
  }
  return [...groups.values()];
}

/** Regions in which a hub has a sink of logs, since a link reaches no other region. */
export const sinkRegions = <Cluster extends ClusterEnvironmentConfig>(
  hub: Cluster,
  all: readonly Cluster[],
): string[] => [...new Set(logSources(hub, all).map(({ region }) => region))].sort();

/** Link of a cluster's account and region to the sink of its hub. */
export interface LogLinkConfig<Cluster> {
  readonly sinkArn: string;
  readonly clusters: readonly Cluster[];
}

/**
 * Link that the stack of a cluster makes: one of the clusters in an account and region has that of all. `undefined` for the others,
 * and until the hub has a sink.
 */
export function logLinkOf<Cluster extends ClusterEnvironmentConfig>(
  config: Cluster,
  all: readonly Cluster[],
): LogLinkConfig<Cluster> | undefined {
  const hub = hubOf(config, all);
  const source = hub && logSources(hub, all).find(({ clusters }) => clusters[0] === config);
  const sinkArn = hub && observabilityOf(hub)?.logSinks?.[config.region];
  return source && sinkArn !== undefined ? { sinkArn, clusters: source.clusters } : undefined;
}
