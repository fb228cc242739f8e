import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { HelmRelease } from "../../constructs/helm-release";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";

/**
 * Kinds of the Gateway API. They come before the load balancer controller, which looks for them at its start, and the chart
 * keeps them when it goes.
 *
 * @see https://gateway-api.sigs.k8s.io
 */
export class GatewayApiCrds extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"] = [];

  constructor(scope: Construct, id: string, props: Omit<AddonProps, "replicas">) {
    super(scope, id);
    const { namespace, registries, values, after } = props;

    this.ready = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      // No load balancer of ours has these, and the record of a release has room for little more.
      values: { install: { backendtlspolicies: "", tlsroutes: "" } },
      overrides: values,
      registries,
      // Kinds alone, no workload.
      timeoutSeconds: 30,
      after,
    }).ready;
  }
}
