import { Construct } from "constructs";
import type { Addon, AddonProps } from "../constructs/addon";
import type { Chart } from "../constructs/chart";
import { HelmRelease } from "../constructs/helm-release";
import { exporterValues } from "./kube-prometheus-stack-exporters";
import { operatorValues } from "./kube-prometheus-stack-operator";
import { type Prometheus, prometheusValues } from "./kube-prometheus-stack-prometheus";
import { defaultRules } from "./kube-prometheus-stack-rules";

const CHART: Chart = {
  repository: "https://prometheus-community.github.io/helm-charts",
  name: "kube-prometheus-stack",
  version: "88.5.3",
};

export interface KubePrometheusStackProps extends AddonProps, Prometheus {
  /** Whether EKS runs kube-state-metrics as a managed add-on. Otherwise the chart does: there is always one. */
  readonly managedStateMetrics: boolean;
}

/**
 * Prometheus and what it needs: its operator, the exporters of nodes and of the cluster's state, upstream's rules and
 * dashboards. Its CRDs are a release of their own.
 *
 * @see https://github.com/prometheus-community/helm-charts/tree/main/charts/kube-prometheus-stack
 */
export class KubePrometheusStack extends Construct implements Addon {
  readonly ready: Addon["ready"];

  constructor(scope: Construct, id: string, props: KubePrometheusStackProps) {
    super(scope, id);
    const { namespace, registries, values, after } = props;

    this.ready = new HelmRelease(this, "release", {
      chart: CHART,
      namespace,
      values: {
        crds: { enabled: false },
        ...operatorValues(registries),
        ...exporterValues(props),
        ...defaultRules,
        ...prometheusValues(props),
        // Grafana is a release of its own, whose sidecar finds these dashboards.
        grafana: {
          enabled: false,
          forceDeployDashboards: true,
          defaultDashboardsTimezone: "Europe/London",
          defaultDashboardsEditable: false,
        },
      },
      overrides: values,
      registries,
      after,
    }).ready;
  }
}
