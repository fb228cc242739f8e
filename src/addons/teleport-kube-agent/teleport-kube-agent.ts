import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { NO_CHART_BUDGET, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import { pinned } from "../../constructs/chart";
import type { Cluster } from "../../constructs/cluster";
import { DisruptionBudgets } from "../../constructs/disruption-budgets";
import { HelmRelease } from "../../constructs/helm-release";
import { Manifests } from "../../constructs/manifests";
import { inNamespace } from "../../constructs/network-peers";
import { mirroredImage } from "../../constructs/registries";
import { WorkloadRole } from "../../constructs/workload-role";
import { TELEPORT_ACCOUNT } from "../../names/teleport-names";
import { CHART } from "./chart";
import { AGENT, agentNetwork } from "./network";
import { rightsOf } from "./rights";

/** Teleport that the agent joins. */
export interface JoinedTeleport {
  /** Host and port of its proxy. */
  readonly proxy: string;

  /** Port of its proxy. */
  readonly port: number;

  /** Name of the join token of method `iam`. */
  readonly tokenName: string;

  /** True if it is an Enterprise, as Teleport Cloud is. */
  readonly enterprise: boolean;

  /** Name of the cluster there. Teleport takes two of one name for one. */
  readonly clusterName: string;

  /** Labels of the cluster there, by which roles of Teleport choose clusters. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface TeleportKubeAgentProps extends AddonProps {
  readonly cluster: Cluster;
  readonly teleport: JoinedTeleport;

  /** Access levels that people may have through Teleport. */
  readonly levels: readonly string[];
}

/**
 * Leads people from Teleport to the Kubernetes API: it keeps a connection to Teleport's proxy, and speaks for those who come
 * through it, in groups of access levels alone. Each replica joins by the agent's IAM role, and keeps its identity in a Secret of
 * the namespace.
 *
 * @see https://goteleport.com/docs/reference/helm-reference/teleport-kube-agent/
 */
export class TeleportKubeAgent extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: TeleportKubeAgentProps) {
    super(scope, id);
    const { cluster, namespace, replicas, teleport, registries, values, after = [] } = props;

    // Teleport compares the name of the role alone, and signing the request that shows it takes no permission.
    const role = new WorkloadRole(this, "service-account", {
      cluster,
      namespace,
      serviceAccount: TELEPORT_ACCOUNT,
    });
    const rights = new Manifests(this, "rights", {
      namespace,
      releaseName: "teleport-rights",
      objects: rightsOf(namespace, props.levels),
    });
    new DisruptionBudgets(this, "disruption-budgets", {
      namespace,
      addon: CHART.name,
      replicas,
      pods: { [AGENT.name]: AGENT.labels },
    });
    this.peers = inNamespace(namespace, agentNetwork(teleport.port), props.egress);
    this.ready = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: {
        roles: "kube",
        proxyAddr: teleport.proxy,
        joinParams: { method: "iam", tokenName: teleport.tokenName },
        kubeClusterName: teleport.clusterName,
        labels: teleport.labels,
        enterprise: teleport.enterprise,
        image: mirroredImage(registries, "public.ecr.aws/gravitational/teleport-distroless"),
        enterpriseImage: mirroredImage(registries, "public.ecr.aws/gravitational/teleport-ent-distroless"),
        serviceAccount: { name: role.helmValues.name },
        annotations: { serviceAccount: role.helmValues.annotations },
        rbac: { create: false },
        // The Job that removes its Secrets would have the rights that rbac makes.
        skipHooks: true,
        updater: { enabled: false },
        highAvailability: { replicaCount: replicas, podDisruptionBudget: NO_CHART_BUDGET },
        topologySpreadConstraints: topologySpread(AGENT.labels),
        priorityClassName: PRIORITY_CLASS,
        resources: { requests: { cpu: "50m", memory: "256Mi" }, limits: { memory: "512Mi" } },
        log: { format: "json" },
        podMonitor: { enabled: true },
      },
      overrides: values,
      registries,
      after: [role, rights, ...after],
    }).ready;
  }
}
