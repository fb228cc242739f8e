import { Construct } from "constructs";
import type { TerraformStack } from "cdktf";
import { containerLogGroupName } from "../../infrastructure/container-log-group";
import { LogLink } from "../../infrastructure/log-link";
import { LogSink } from "../../infrastructure/log-sink";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { logLinkOf, logSources, sinkRegions } from "../../settings/environment/fleet-logs";
import { observabilityOf } from "../../settings/environment/fleet-metrics";

/** Adds the link by which a hub reads the logs of workload clusters. */
export function addLogLink(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  all: readonly ClusterEnvironment[],
): void {
  const link = logLinkOf(environment, all);
  if (link) {
    new LogLink(stack, "shared-logs", {
      sinkArn: link.sinkArn,
      logGroups: link.clusters.map(({ cluster }) => containerLogGroupName(cluster.name)),
    });
  }
}

/** Adds the sinks to which workload clusters link their logs, and returns their ARNs by region. */
export function addLogSinks(
  stack: TerraformStack,
  hub: ClusterEnvironment,
  all: readonly ClusterEnvironment[],
): Readonly<Record<string, string>> {
  if (observabilityOf(hub) === undefined) {
    return {};
  }
  const sinks = new Construct(stack, "log-sinks");
  const sources = logSources(hub, all);
  return Object.fromEntries(
    sinkRegions(hub, all).map((region) => [
      region,
      new LogSink(sinks, region, {
        clusterName: hub.cluster.name,
        region,
        accounts: sources.filter((source) => source.region === region).map(({ account }) => account),
      }).arn,
    ]),
  );
}
