import { Construct } from "constructs";
import type { Addon } from "../../constructs/addon";
import { KEEP } from "../../constructs/helm-release";
import { installKinds, type KindsAddonProps } from "../../constructs/kinds-release";
import { CHART } from "./chart";

/**
 * Kinds of Karpenter: pools, classes and claims of nodes. A release of their own, since Helm never upgrades those that a
 * chart carries beside its templates. They stay when the release goes: with them all nodes would go.
 *
 * @see https://karpenter.sh/docs/upgrading/upgrade-guide/#crd-upgrades
 */
export class KarpenterCrd extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"] = [];

  constructor(scope: Construct, id: string, props: KindsAddonProps) {
    super(scope, id);
    this.ready = installKinds(this, CHART, { additionalAnnotations: KEEP }, props);
  }
}
