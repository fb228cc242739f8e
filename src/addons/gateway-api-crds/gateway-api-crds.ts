import { Construct } from "constructs";
import type { Addon } from "../../constructs/addon";
import { installKinds, type KindsAddonProps } from "../../constructs/kinds-release";
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

  constructor(scope: Construct, id: string, props: KindsAddonProps) {
    super(scope, id);
    // No load balancer of ours has these, and the record of a release has room for little more.
    this.ready = installKinds(this, CHART, { install: { backendtlspolicies: "", tlsroutes: "" } }, props);
  }
}
