import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { disruptionBudget, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import { HelmRelease } from "../../constructs/helm-release";
import { mirroredImage } from "../../constructs/registries";
import { CHART } from "./chart";
import { inNamespace } from "../../constructs/network-peers";
import { reloaderNetwork } from "./network";

/**
 * Restarts workloads when a Secret or ConfigMap changes that they name in an annotation, and no others.
 *
 * @see https://github.com/stakater/Reloader
 */
export class Reloader extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: AddonProps) {
    super(scope, id);
    const { namespace, replicas, registries, values, after } = props;

    this.peers = inNamespace(namespace, reloaderNetwork);
    this.ready = new HelmRelease(this, "release", {
      chart: CHART,
      namespace,
      values: {
        image: { repository: mirroredImage(registries, "ghcr.io/stakater/reloader") },
        reloader: {
          autoReloadAll: false,
          // A variable in the pod's environment would be undone by Argo CD.
          reloadStrategy: "annotations",
          // Namespaces of Kubernetes itself, where nothing is annotated.
          ignoreNamespaces: "kube-system,kube-public,kube-node-lease",
          ignoreJobs: true,
          ignoreCronJobs: true,
          logFormat: "json",
          // Without it the chart keeps to one replica.
          enableHA: replicas > 1,
          readOnlyRootFileSystem: true,
          serviceAccount: { name: "reloader" },
          deployment: {
            replicas,
            containerSecurityContext: {
              allowPrivilegeEscalation: false,
              capabilities: { drop: ["ALL"] },
              readOnlyRootFilesystem: true,
            },
            topologySpreadConstraints: topologySpread({ app: "reloader-reloader" }),
            priorityClassName: PRIORITY_CLASS,
            resources: { requests: { cpu: "10m", memory: "128Mi" }, limits: { memory: "512Mi" } },
          },
          podDisruptionBudget: disruptionBudget(replicas),
          podMonitor: { enabled: true },
        },
      },
      overrides: values,
      registries,
      after,
    }).ready;
  }
}
