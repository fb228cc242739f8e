import { Construct } from "constructs";
import type { Addon } from "../../constructs/addon";
import { KEEP } from "../../constructs/helm-release";
import { installKinds, type KindsAddonProps } from "../../constructs/kinds-release";
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

  constructor(scope: Construct, id: string, props: KindsAddonProps) {
    super(scope, id);
    this.ready = installKinds(this, CHART, { crds: { annotations: KEEP } }, props);
  }
}
