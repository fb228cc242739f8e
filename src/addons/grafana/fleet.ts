import type { HelmValues } from "../../constructs/helm-values";
import type { Permission } from "../../constructs/iam-policy";
import { FLEET } from "./data-source-uids";
import type { FleetMetrics } from "./data-sources";

/** Version of the plugin, of which Grafana has no copy. */
const PLUGIN_VERSION = "3.0.0";

/** Plugins that Grafana would bring along once it may install any. */
const UNUSED = [
  "grafana-advisor-app",
  "grafana-exploretraces-app",
  "grafana-lokiexplore-app",
  "grafana-metricsdrilldown-app",
  "grafana-pyroscope-app",
];

/**
 * Settings by which Grafana fetches the plugin that signs for Amazon's Prometheus; without a fleet it fetches none. It starts
 * before it has the plugin, so that no dashboard but the fleet's depends on Grafana's catalogue.
 *
 * @see https://grafana.com/docs/grafana/latest/datasources/prometheus/configure/aws-authentication
 */
export const fleetPlugin = (fleet: FleetMetrics | false): HelmValues =>
  fleet === false
    ? {}
    : {
        plugins: {
          plugin_admin_enabled: false,
          preinstall: `${FLEET.type}@${PLUGIN_VERSION}`,
          preinstall_auto_update: false,
          disable_plugins: UNUSED.join(","),
        },
      };

/**
 * Reads of the metrics of a fleet, and of the log groups that other accounts share.
 *
 * @see https://grafana.com/docs/grafana/latest/datasources/aws-cloudwatch/configure
 */
export const fleetReads = (
  fleet: FleetMetrics | false,
  sharedLogGroups: readonly string[],
): readonly Permission[] => [
  ...readsOfMetrics(fleet),
  ...(sharedLogGroups.length === 0
    ? []
    : [
        {
          actions: ["logs:GetLogEvents", "logs:GetLogGroupFields", "logs:StartQuery"],
          resources: sharedLogGroups.flatMap((arn) => [arn, `${arn}:*`]),
        },
        {
          actions: ["oam:ListAttachedLinks", "oam:ListSinks"],
          anyResourceBecause:
            "it finds the accounts that share their logs, and AWS makes up the ids of sinks",
        },
      ]),
];

const readsOfMetrics = (fleet: FleetMetrics | false): readonly Permission[] =>
  fleet === false
    ? []
    : [
        {
          actions: [
            "aps:GetLabels",
            "aps:GetMetricMetadata",
            "aps:GetSeries",
            "aps:ListAlerts",
            "aps:ListRules",
            "aps:QueryMetrics",
          ],
          resources: [fleet.arn],
        },
      ];
