import { Construct } from "constructs";
import type { Addon } from "../../constructs/addon";
import { NO_CHART_BUDGET, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import { DisruptionBudgets } from "../../constructs/disruption-budgets";
import { deliveredRelease, type DeliveredAddonProps } from "../../constructs/delivered-release";
import { mirroredImage } from "../../constructs/registries";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { inNamespace } from "../../constructs/network-peers";
import { reloaderNetwork } from "./network";

const POD_LABELS = { app: "reloader-reloader" };

/**
 * Restarts workloads when a Secret or ConfigMap changes that they name in an annotation, and no others.
 *
 * @see https://github.com/stakater/Reloader
 */
export class Reloader extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: DeliveredAddonProps) {
    super(scope, id);
    const { namespace, replicas, registries, installedBy, values, after } = props;

    this.peers = inNamespace(namespace, reloaderNetwork, props.egress);
    this.ready = deliveredRelease(this, "release", {
      installedBy,
      chart: pinned(CHART, props.chartVersions),
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
            topologySpreadConstraints: topologySpread(POD_LABELS),
            priorityClassName: PRIORITY_CLASS,
            resources: { requests: { cpu: "10m", memory: "128Mi" }, limits: { memory: "512Mi" } },
          },
          podDisruptionBudget: NO_CHART_BUDGET,
          podMonitor: { enabled: true },
        },
      },
      overrides: values,
      registries,
      after,
    }).ready;
    if (installedBy === "terraform") {
      new DisruptionBudgets(this, "disruption-budgets", {
        namespace,
        addon: CHART.name,
        replicas,
        pods: { reloader: POD_LABELS },
      });
    }
  }
}
