import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { HelmRelease, KEEP } from "../../constructs/helm-release";
import { pinned } from "../../constructs/chart";
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

  constructor(scope: Construct, id: string, props: Omit<AddonProps, "replicas">) {
    super(scope, id);
    const { namespace, registries, values, after } = props;

    this.ready = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: { additionalAnnotations: KEEP },
      overrides: values,
      registries,
      // Kinds alone, no workload.
      timeoutSeconds: 30,
      after,
    }).ready;
  }
}
