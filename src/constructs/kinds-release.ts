import type { Construct } from "constructs";
import type { AddonProps, Ready } from "./addon";
import { type Chart, pinned } from "./chart";
import { HelmRelease } from "./helm-release";
import type { HelmValues } from "./helm-values";

/** Add-on of kinds alone: it has no pod, and so no replicas. */
export type KindsAddonProps = Omit<AddonProps, "replicas">;

/**
 * Installs a chart that has kinds and no workload.
 *
 * @param own - values of the platform, over which those of the environment win
 */
export const installKinds = (
  scope: Construct,
  chart: Chart,
  own: HelmValues,
  { namespace, registries, values, after, chartVersions }: KindsAddonProps,
): Ready["ready"] =>
  new HelmRelease(scope, "release", {
    chart: pinned(chart, chartVersions),
    namespace,
    values: own,
    overrides: values,
    registries,
    // There is no pod to wait for.
    timeoutSeconds: 30,
    after,
  }).ready;
