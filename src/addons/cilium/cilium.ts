import { Fn, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import type { AddonProps, Ready } from "../../constructs/addon";
import { disruptionBudget } from "../../constructs/availability";
import { pinned } from "../../constructs/chart";
import type { Cluster } from "../../constructs/cluster";
import { HelmRelease } from "../../constructs/helm-release";
import type { HelmValues } from "../../constructs/helm-values";
import { mirroredImage } from "../../constructs/registries";
import { byPodIdentity, WorkloadRole } from "../../constructs/workload-role";
import { CHART } from "./chart";
import { hubbleValues } from "./hubble";
import { OPERATOR_ACCOUNT } from "./owned-roles";
import { operatorPermissions, ownerTag } from "./permissions";
import type { Hubble } from "./settings";

/** Cilium that gives pods their addresses. */
export interface AddressesOfPods {
  readonly accountId: string;

  /** Subnets of pods alone. */
  readonly subnetIds: readonly string[];

  /** Ranges that pods reach from their own address; they reach all others from the address of their node. */
  readonly vpcCidrs: readonly string[];

  /** Lets pods reach the metadata of their node. */
  readonly podsReachMetadata: boolean;

  /** Tags of the network interfaces that it makes, besides the cluster's. */
  readonly tags: Readonly<Record<string, string>>;
}

export interface CiliumProps extends Omit<AddonProps, "egress"> {
  readonly cluster: Cluster;

  /** Addresses of pods; `false` where the VPC CNI gives them, and Cilium enforces policies alone. */
  readonly addresses: AddressesOfPods | false;

  /** Gives a pod that no policy selects every connection. */
  readonly podsStartOpen: boolean;
  readonly hubble: Hubble;
}

/**
 * Enforces network policies by eBPF and, where the cluster says so, gives pods their addresses and spreads the connections of
 * Services over them, in place of the VPC CNI and kube-proxy.
 *
 * Nothing waits for its pods: in place of the CNI it comes before the first node.
 *
 * @see https://docs.cilium.io/en/v1.19/installation/k8s-install-helm/
 */
export class Cilium extends Construct implements Ready {
  readonly ready: Ready["ready"];

  constructor(scope: Construct, id: string, props: CiliumProps) {
    super(scope, id);
    const { cluster, namespace, addresses, podsStartOpen, replicas, registries, after = [] } = props;

    const role =
      addresses &&
      new WorkloadRole(this, "service-account", {
        cluster: byPodIdentity(cluster),
        namespace,
        serviceAccount: OPERATOR_ACCOUNT,
        permissions: operatorPermissions(cluster, addresses.accountId),
      });

    this.ready = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: {
        ...(addresses ? { ...this.apiValues(cluster), ...aloneValues(cluster, addresses) } : CHAINED),
        image: { repository: mirroredImage(registries, "quay.io/cilium/cilium") },
        resources: { requests: { cpu: "100m", memory: "512Mi" }, limits: { memory: "2Gi" } },
        initResources: { requests: { cpu: "10m", memory: "32Mi" }, limits: { memory: "256Mi" } },
        operator: {
          replicas,
          image: { repository: mirroredImage(registries, "quay.io/cilium/operator") },
          resources: { requests: { cpu: "50m", memory: "128Mi" }, limits: { memory: "512Mi" } },
          podDisruptionBudget: { ...disruptionBudget(replicas), maxUnavailable: null },
          // Drivers whose taint it did not tolerate would wait for the addresses that it gives.
          tolerations: [{ operator: "Exists" }],
          prometheus: { enabled: true },
        },
        ...(role && { serviceAccounts: { operator: role.helmValues } }),
        policyEnforcementMode: podsStartOpen ? "default" : "always",
        // No policy would select the endpoint by which agents look for each other.
        endpointHealthChecking: { enabled: podsStartOpen },
        // Policies name nodes by the ranges of their subnets, as those for every engine do.
        policyCIDRMatchMode: ["nodes"],
        // No policy reads what is in a request: the agent itself answers queries for names, and needs no certificates.
        envoy: { enabled: false },
        tls: { secretsNamespace: { create: false, name: "" }, secretSync: { enabled: false } },
        hubble: hubbleValues(props),
        certgen: {
          image: { repository: mirroredImage(registries, "quay.io/cilium/certgen") },
          resources: { requests: { cpu: "10m", memory: "32Mi" }, limits: { memory: "128Mi" } },
        },
        prometheus: { enabled: true },
      },
      overrides: props.values,
      registries,
      waits: false,
      after: [role, ...after],
    }).ready;
  }

  /** Address of the Kubernetes API: Services lead nowhere before Cilium runs. */
  private apiValues({ endpoint }: Cluster): HelmValues {
    // As a local, since the function's quotes would end the text of the values.
    const host = new TerraformLocal(this, "api-host", Fn.replace(endpoint, "https://", ""));
    return { k8sServiceHost: host.asString, k8sServicePort: 443 };
  }
}

/** Values by which Cilium stands behind the VPC CNI. */
const CHAINED: HelmValues = {
  cni: { chainingMode: "aws-cni", exclusive: false },
  routingMode: "native",
  endpointRoutes: { enabled: true },
  enableIPv4Masquerade: false,
};

/** Values by which Cilium takes the place of the VPC CNI and of kube-proxy. */
const aloneValues = (
  { name }: Cluster,
  { subnetIds, vpcCidrs, podsReachMetadata, tags }: AddressesOfPods,
): HelmValues => ({
  kubeProxyReplacement: true,
  routingMode: "native",
  ipam: { mode: "eni" },
  eni: {
    enabled: true,
    awsEnablePrefixDelegation: true,
    eniTags: { ...tags, ...ownerTag(name) },
    // By its own names it would look for the tags of the node that it runs on.
    gcTags: { ...ownerTag(name), "io.cilium/cilium-managed": "true" },
    // The node's own interface is in another subnet.
    nodeSpec: { firstInterfaceIndex: 1, subnetIDs: [...subnetIds] },
  },
  enableIPv4Masquerade: true,
  bpf: { masquerade: true },
  ipMasqAgent: {
    enabled: true,
    config: { nonMasqueradeCIDRs: [...vpcCidrs], masqLinkLocal: podsReachMetadata },
  },
});
