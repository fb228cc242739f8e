import type { AccessFile } from "../access/access-file";
import type { AddonsSettings } from "../addons";
import type { Callers } from "../checking/callers";
import type { DatabaseConfig } from "../databases/database";
import type { ApplicationNamespacesSettings } from "../namespaces/application-namespaces";
import type { FleetConfig } from "../fleet/schema";
import type { Ipv6Settings } from "../network/ipv6";
import type { Nat } from "../network/network";
import type { SubnetTierSettings } from "../network/subnets";
import type { VpcEndpoints } from "../network/endpoints";
import type { Compute } from "./compute/compute";
import type { ComputeSettings } from "./compute/schema";
import type { EksAddonConfig, EksAddonName } from "./eks-addons";
import type { EksCapabilities, EksCapabilitiesSettings } from "./eks-capabilities";
import type { NodeGroupConfig } from "./node-group";
import type { Opened } from "../checking/opened";
import type { PodNetwork } from "./pod-network";
import type { GitOps } from "../addon-definition/definition";
import type { IdentityProviderConfig, IdentityProviderSettings } from "./identity-provider";
import type { ProxySettings } from "./proxy";
import type { AgentsSettings, EndpointAccessSettings, RelaySettings } from "./ways-in/schema";

/** Source of EKS's decision about a caller: access entries, the `aws-auth` ConfigMap, or both. */
export type AuthenticationMode = "API" | "API_AND_CONFIG_MAP" | "CONFIG_MAP";

/** Mechanism that gives pods their IAM role. */
export type Identity = "irsa" | "pod-identity";

export interface EndpointAccess {
  /** Callers of the public endpoint; `false` makes the Kubernetes API answer inside the VPC alone. */
  readonly public: Callers | false;

  /** Way for people to an API that answers inside the VPC alone; `undefined` for none. */
  readonly relay: RelaySettings | undefined;

  /** Agents in the VPC that run Terraform for HCP Terraform; `undefined` for none. */
  readonly agents: AgentsSettings | undefined;
}

/** Names of the IAM roles that Terraform runs as, with their path if they have one. */
export interface TerraformRoles {
  /** Role that reads everything in the cluster. */
  readonly plan: string;

  /**
   * Role that administers the cluster.
   *
   * @default - the role that makes the cluster, which EKS itself admits
   */
  readonly apply?: string;
}

/** EKS's part of a cluster: control plane, nodes and managed add-ons. */
export interface ClusterConfig {
  readonly name: string;

  /** Main cluster of its environment: its stacks are called `<stack>-<environment>`, without the cluster's name. */
  readonly main: boolean;

  /**
   * Release of the platform that the cluster runs, by its number: its Kubernetes, its add-ons and the images of its nodes.
   *
   * @default - none: the versions that this checkout is written for
   */
  readonly release?: string;

  /** Versions of charts that the release has, by their names; none without a release. */
  readonly charts: Readonly<Record<string, string>>;

  /**
   * Part that the cluster plays in a fleet: a management cluster, or a workload cluster of an organisation.
   *
   * @default - none: it stands alone
   */
  readonly fleet?: FleetConfig;

  /** Kubernetes minor version, such as `1.36`. */
  readonly version: string;

  /**
   * Program that delivers what Git says: `argo-cd`, `flux`, or `eks-argo-cd` for the Argo CD that EKS runs. `addons.argoCd`,
   * `addons.flux` and `eksCapabilities.argoCd` say how; the others are off.
   *
   * @default "argo-cd"
   */
  readonly gitops: GitOps;
  readonly identity: Identity;
  readonly authenticationMode: AuthenticationMode;
  readonly endpointAccess: EndpointAccess;

  /** Visitors of the pages that administer the cluster; `undefined` where it has none. */
  readonly administratorPages: Callers | undefined;

  /**
   * Id of an IPAM pool of public addresses, from which the load balancers of the platform's pages take theirs. Partners may
   * then allow-list its ranges.
   *
   * @default - AWS chooses addresses
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-ip-pools.html
   */
  readonly addressPool?: string;

  /**
   * Addresses of IPv6 for pods and Services; nodes have both. EKS cannot change it later.
   *
   * @default - none: addresses of IPv4
   * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-ipv6.html
   */
  readonly ipv6?: Ipv6Settings;

  /**
   * Proxy through which nodes and add-ons reach AWS and the internet.
   *
   * @default - none: by NAT gateways, or by endpoints alone
   */
  readonly proxy?: ProxySettings;

  /**
   * Provider of OpenID Connect whose groups have levels of access, as access files say.
   *
   * @default - none: IAM roles alone
   */
  readonly identityProvider?: IdentityProviderConfig;

  /**
   * Roles to admit, if they are not the one that makes the cluster: EKS itself admits that one and refuses a
   * second entry for it. With `aws-auth` alone (`CONFIG_MAP`), the cluster's maker applies cluster-access
   * first.
   *
   * @default - the role that HCP Terraform plans with, if it applies
   */
  readonly terraformRoles?: TerraformRoles;

  /** Shell on nodes through Session Manager; `false` for none. */
  readonly sessionManager: Opened | false;

  /**
   * Metadata of its node for every pod, and with it the credentials of the node's role; `false` for none. Add-ons of the
   * platform are told their region and VPC and need it not.
   */
  readonly instanceMetadata: Opened | false;

  /**
   * Every connection for a new pod until the policies about it reach its node; `false` for none until then. A pod that no
   * policy selects then has none at all.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy-configure.html
   */
  readonly podsStartOpen: Opened | false;

  /**
   * Program that gives pods their addresses and enforces their policies. docs/pod-network.md helps to choose.
   *
   * @default - the VPC CNI
   */
  readonly podNetwork: PodNetwork;

  /**
   * Support of the control plane once standard support of its minor has ended: `STANDARD` has EKS upgrade the cluster on
   * a day of its own choosing, `EXTENDED` keeps the minor for a year more and costs six times as much per hour.
   *
   * @default "EXTENDED"
   * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
   */
  readonly support: "STANDARD" | "EXTENDED";

  /**
   * Name of the role that EKS takes for the control plane. A cluster that exists has one already, and is made anew with
   * any other.
   *
   * @default "<cluster>-cluster"
   */
  readonly controlPlaneRole: string;

  /** Days that CloudWatch keeps the logs of the control plane and of databases. */
  readonly logRetentionDays: number;

  /** Source of the cluster's nodes. Node groups may stand beside it, as while a cluster moves from one kind to another. */
  readonly compute: Compute;
  readonly nodeGroups: Readonly<Record<string, NodeGroupConfig>>;

  /** EKS managed add-ons that are on. */
  readonly eksAddons: Readonly<Partial<Record<EksAddonName, EksAddonConfig>>>;

  /** Controllers that EKS runs outside the cluster. docs/capabilities.md helps to choose. */
  readonly eksCapabilities: EksCapabilities;
}

/** One cluster, by its name in `clusters` of an environment file. */
export interface ClusterSettings extends Partial<
  Omit<
    ClusterConfig,
    | "name"
    | "charts"
    | "compute"
    | "nodeGroups"
    | "eksAddons"
    | "endpointAccess"
    | "administratorPages"
    | "identityProvider"
    | "eksCapabilities"
  >
> {
  /**
   * Provider of OpenID Connect whose groups have levels of access, as access files say.
   *
   * @default - none: IAM roles alone
   */
  readonly identityProvider?: IdentityProviderSettings;

  /**
   * Subnets, which no other cluster of the VPC shares. Those that exist are named with their ids or tags, all or none.
   *
   * @default - the standard layout for the main cluster, whose VPC must be a /16; none for any other
   */
  readonly subnets?: SubnetTierSettings;

  /**
   * @default - all but Bedrock for the main cluster; the gateway to S3 for any other, since the rest is
   * shared
   */
  readonly endpoints?: Partial<VpcEndpoints>;

  /**
   * NAT gateways through which nodes and pods reach the internet, or the addresses of a way out that exists.
   *
   * @default "per-zone"
   */
  readonly nat?: Nat;

  /**
   * Label of the cluster's zone under the environment's public zone.
   *
   * @default - "eks" for the main cluster, any other's name
   */
  readonly subdomain?: string;

  /**
   * Includes the publishing domain, which must then be delegated, in the cluster's certificate.
   *
   * @default - true for the main cluster, false for any other
   */
  readonly publishingCertificate?: boolean;

  /**
   * Database for Grafana's dashboards and users; `false` for none.
   *
   * @default - production's database
   */
  readonly grafanaDatabase?: Partial<DatabaseConfig> | false;

  /**
   * Database for workflows of Argo Workflows that the cluster no longer keeps; `false` for none.
   *
   * @default - production's database
   */
  readonly workflowsDatabase?: Partial<DatabaseConfig> | false;

  /**
   * Add-ons that make the cluster a platform.
   *
   * @default - every add-on, in three replicas
   */
  readonly addons?: AddonsSettings;

  /**
   * Bounds of the applications of each namespace.
   *
   * @default - production's quotas
   */
  readonly namespaces?: ApplicationNamespacesSettings;

  /** Members of each access level, read from a file in `src/platform/access`. */
  readonly access: AccessFile;

  /**
   * Ways to the Kubernetes API: callers from the internet, or a relay into the VPC.
   *
   * @default - the organisation's callers
   */
  readonly endpointAccess?: EndpointAccessSettings;

  /** @default - the organisation's callers */
  readonly administratorPages?: Callers;

  /**
   * Source of the cluster's nodes: node groups, Karpenter, or EKS Auto Mode. docs/compute.md helps to choose.
   *
   * @default - node groups
   */
  readonly compute?: ComputeSettings;

  /**
   * Node groups that are on, by name. Missing settings come from the preset of the name (`arm-blue`,
   * `arm-green`, `x86`), else from `arm-green`.
   *
   * @default - arm-green at production's size; three small nodes where Karpenter's controller runs on node groups; none
   * where it runs on Fargate, and in Auto Mode
   */
  readonly nodeGroups?: Readonly<Record<string, Partial<NodeGroupConfig>>>;

  /** EKS managed add-ons that differ from the default: another version, or `false` for off. */
  readonly eksAddons?: Readonly<Partial<Record<EksAddonName, Partial<EksAddonConfig> | false>>>;

  /**
   * Controllers that EKS runs outside the cluster, and bills by the hour.
   *
   * @default - none
   */
  readonly eksCapabilities?: EksCapabilitiesSettings;
}
