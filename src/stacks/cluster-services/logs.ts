import { FluentBit } from "../../addons/fluent-bit/fluent-bit";
import type { LogDestination } from "../../addons/fluent-bit/output";
import { fleetLabels, reports } from "../../settings/environment/fleet-metrics";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import { type LogDestinationConfig, LOGSTASH_ADDRESS } from "../../addons/fluent-bit/settings";
import { ContainerLogGroup } from "../../infrastructure/container-log-group";
import type { Foundation } from "./foundation";
import type { Platform } from "./platform";

/** Installs the add-ons that ship logs to their destination, if they are switched on. */
export function installLogs(platform: Platform, { monitors, secrets }: Foundation): void {
  const { stack, environment, shared } = platform;
  const { fluentBit } = environment.addons;

  if (fluentBit) {
    new FluentBit(stack, "fluent-bit", {
      ...shared,
      // It reads the node's files, which only this namespace allows.
      namespace: PLATFORM_NAMESPACES.monitoring,
      environment: environment.name,
      labels: reports(environment) ? { ...fleetLabels(environment) } : {},
      destination: destinationOf(platform, fluentBit.destination),
      events: fluentBit.events,
      values: fluentBit.values,
      egress: fluentBit.egress,
      after: [monitors, secrets],
    });
  }
}

function destinationOf(platform: Platform, destination: LogDestinationConfig): LogDestination {
  switch (destination.type) {
    case "logstash":
      return { type: "logstash", addressSecret: LOGSTASH_ADDRESS };
    case "cloudwatch": {
      const { stack, environment, accountId } = platform;
      const group = new ContainerLogGroup(stack, "container-logs", {
        clusterName: environment.cluster.name,
        region: environment.region,
        accountId,
        retentionDays: destination.retentionDays,
        protected: environment.deletionProtection === true,
      });
      return { type: "cloudwatch", logGroupName: group.name, logGroupArn: group.arn };
    }
    case "opensearch":
      return destination;
  }
}
