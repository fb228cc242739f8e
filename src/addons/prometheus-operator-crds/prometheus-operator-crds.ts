import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { HelmRelease, KEEP } from "../../constructs/helm-release";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";

/**
 * Teaches the cluster ServiceMonitor and its siblings. Comes before everything that Prometheus is to scrape:
 * without them some charts fail and others leave their monitors out.
 *
 * @see https://github.com/prometheus-community/helm-charts/tree/main/charts/prometheus-operator-crds
 */
export class PrometheusOperatorCrds extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"] = [];

  constructor(scope: Construct, id: string, props: Omit<AddonProps, "replicas">) {
    super(scope, id);
    const { namespace, registries, values, after } = props;

    this.ready = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: { crds: { annotations: KEEP } },
      overrides: values,
      registries,
      // Kinds alone, no workload.
      timeoutSeconds: 30,
      after,
    }).ready;
  }
}
