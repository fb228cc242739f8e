import { Construct } from "constructs";
import type { Addon } from "../../constructs/addon";
import type { Cluster } from "../../constructs/cluster";
import { deliveredRelease, type DeliveredAddonProps } from "../../constructs/delivered-release";
import { WorkloadRole } from "../../constructs/workload-role";
import { type Alertmanager, ALERTMANAGER_ACCOUNT, alertmanagerValues } from "./alertmanager";
import { exporterValues } from "./exporters";
import { fleetPermissions } from "./fleet";
import { operatorValues } from "./operator";
import { type Prometheus, prometheusValues } from "./prometheus";
import { defaultRules } from "./default-rules";
import { pinned } from "../../constructs/chart";
import { PROMETHEUS_ACCOUNT } from "../../settings/environment/fleet-metrics";
import { CHART } from "./chart";
import { inNamespace } from "../../constructs/network-peers";
import { kubePrometheusStackNetwork } from "./network";

export interface KubePrometheusStackProps extends DeliveredAddonProps, Prometheus, Alertmanager {
  readonly cluster: Cluster;

  /** ARN of the topic that receivers of kind `sns` publish to; `undefined` where there is none. */
  readonly watchdogTopic: string | undefined;

  /** Time zone of upstream's dashboards, such as `Europe/Paris`. */
  readonly timeZone: string;

  /** Scrapes the API server. */
  readonly apiServer: boolean;

  /** The managed add-ons of EKS that the cluster has, as EKS calls them. */
  readonly eksAddons: readonly string[];
}

/**
 * Prometheus, Alertmanager and what they need: their operator, the exporters of nodes and of the cluster's state,
 * upstream's rules and dashboards. Their CRDs are a release of their own.
 *
 * @see https://github.com/prometheus-community/helm-charts/tree/main/charts/kube-prometheus-stack
 */
export class KubePrometheusStack extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: KubePrometheusStackProps) {
    super(scope, id);
    const { cluster, namespace, watchdogTopic, registries, installedBy, values, after = [] } = props;
    const role =
      watchdogTopic === undefined
        ? undefined
        : new WorkloadRole(this, "alertmanager", {
            cluster,
            namespace,
            serviceAccount: ALERTMANAGER_ACCOUNT,
            permissions: [{ actions: ["sns:Publish"], resources: [watchdogTopic] }],
          });

    const writer = props.fleet
      ? new WorkloadRole(this, "prometheus", {
          cluster,
          namespace,
          serviceAccount: PROMETHEUS_ACCOUNT,
          permissions: fleetPermissions(props.fleet),
        })
      : undefined;

    this.peers = inNamespace(namespace, kubePrometheusStackNetwork(props));
    this.ready = deliveredRelease(this, "release", {
      installedBy,
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: {
        crds: { enabled: false },
        ...operatorValues(registries),
        ...exporterValues(props),
        ...defaultRules,
        ...prometheusValues(props, writer),
        ...alertmanagerValues(props, { region: cluster.region, watchdogTopic }, role),
        // Grafana is a release of its own, whose sidecar finds these dashboards.
        grafana: {
          enabled: false,
          forceDeployDashboards: true,
          defaultDashboardsTimezone: props.timeZone,
          defaultDashboardsEditable: false,
        },
      },
      overrides: values,
      registries,
      after: [role, writer, ...after],
    }).ready;
  }
}
