import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EksCluster as AwsEksCluster, type EksClusterConfig } from "@cdktf/provider-aws/lib/eks-cluster";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import type { OidcProvider } from "../constructs/cluster";
import { serviceTrust } from "../constructs/iam-policy";
import { oneWayAuthentication } from "../constructs/one-way-authentication";
import { EncryptionKey } from "./encryption-key";
import { podsAreNoCallers } from "./pods-are-no-callers";
import { ServiceRole } from "./service-role";

/** Callers of the public endpoint: none, ranges, or every address. */
export type PublicAccess = false | readonly string[] | "every-address";

export interface EksClusterProps {
  readonly name: string;
  readonly region: string;
  readonly accountId: string;

  /** Kubernetes minor version. */
  readonly version: string;

  /** Subnets for EKS's network interfaces. */
  readonly subnetIds: readonly string[];
  readonly publicAccess: PublicAccess;

  /** Source addresses of the cluster's own traffic to the internet. Ranges of callers must not have them. */
  readonly natAddresses: readonly string[];
  readonly authenticationMode: "API" | "API_AND_CONFIG_MAP" | "CONFIG_MAP";
  readonly logRetentionDays: number;

  /** Name of the role that EKS takes. EKS cannot change it later. */
  readonly roleName: string;

  /** `STANDARD`: EKS upgrades the cluster when its minor's standard support ends. `EXTENDED`: it stays, at a price. */
  readonly support: "STANDARD" | "EXTENDED";

  /**
   * EKS Auto Mode: its three switches, which EKS takes together alone.
   *
   * @default - none of them is written
   */
  readonly autoMode?: AutoModeSwitches;

  /** Pods and Services have addresses of IPv6. EKS cannot change it later. */
  readonly ipv6: boolean;

  /** Protection by AWS and Terraform against destroying the cluster and its key. */
  readonly protected: boolean;
}

/** EKS Auto Mode: on with pools of EKS's own and the role of their nodes, or off in a cluster that had it. */
export type AutoModeSwitches =
  { readonly builtInPools: readonly string[]; readonly nodeRoleArn?: string } | "off";

/** Policies of the cluster's role by which EKS makes nodes, volumes, load balancers and network interfaces. */
export const AUTO_MODE_POLICIES = [
  "AmazonEKSComputePolicy",
  "AmazonEKSBlockStoragePolicy",
  "AmazonEKSLoadBalancingPolicy",
  "AmazonEKSNetworkingPolicy",
];

const CONTROL_PLANE_LOGS = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

/**
 * The Kubernetes control plane: encrypted secrets, all logs kept, and an OIDC provider so that IAM trusts its
 * service accounts.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/clusters.html
 */
export class EksCluster extends Construct {
  readonly name: string;
  readonly arn: string;
  readonly endpoint: string;
  readonly certificateAuthority: string;

  /** Security group that EKS makes for the control plane and the nodes. */
  readonly securityGroupId: string;
  readonly oidcProvider: OidcProvider;
  readonly logGroupName: string;

  constructor(scope: Construct, id: string, props: EksClusterProps) {
    super(scope, id);
    const { name, version, authenticationMode } = props;

    const key = this.encryptionKey(props);
    const role = new ServiceRole(this, "role", {
      name: props.roleName,
      description: `What EKS may do for cluster ${name}`,
      trust: serviceTrust("eks.amazonaws.com", ["sts:AssumeRole", "sts:TagSession"]),
      managedPolicies: [
        "AmazonEKSClusterPolicy",
        "AmazonEKSVPCResourceController",
        ...(props.autoMode === undefined || props.autoMode === "off" ? [] : AUTO_MODE_POLICIES),
      ],
    });

    // EKS would make the group itself, without retention, once it has something to log.
    const logGroup = new CloudwatchLogGroup(this, "logs", {
      name: controlPlaneLogGroupName(name),
      retentionInDays: props.logRetentionDays,
      kmsKeyId: key.arn,
      lifecycle: { preventDestroy: props.protected },
    });

    const conditions = [...oneWayAuthentication(this, name, authenticationMode), ...podsAreNoCallers(props)];
    const cluster = new AwsEksCluster(this, "cluster", {
      name,
      version,
      roleArn: role.arn,
      enabledClusterLogTypes: CONTROL_PLANE_LOGS,
      deletionProtection: props.protected,
      // EKS cannot change this later; all add-ons are managed by EKS from the start.
      bootstrapSelfManagedAddons: false,
      ...(props.autoMode && switchesOf(props.autoMode)),
      // A rule refuses Auto Mode with it, whose switch is in the same block.
      ...(props.ipv6 && { kubernetesNetworkConfig: { ipFamily: "ipv6" } }),
      upgradePolicy: { supportType: props.support },
      accessConfig: { authenticationMode, bootstrapClusterCreatorAdminPermissions: true },
      encryptionConfig: { resources: ["secrets"], provider: { keyArn: key.arn } },
      vpcConfig: {
        subnetIds: [...props.subnetIds],
        endpointPrivateAccess: true,
        endpointPublicAccess: props.publicAccess !== false,
        publicAccessCidrs:
          props.publicAccess === false || props.publicAccess === "every-address"
            ? undefined
            : [...props.publicAccess],
      },
      lifecycle: {
        preventDestroy: props.protected,
        // EKS does not report these arguments, so Terraform would replace an imported cluster.
        ignoreChanges: [
          "bootstrap_self_managed_addons",
          "access_config[0].bootstrap_cluster_creator_admin_permissions",
        ],
        precondition: conditions.length > 0 ? conditions : undefined,
      },
      dependsOn: [...role.ready, logGroup],
    });

    const issuer = cluster.identity.get(0).oidc.get(0).issuer;
    const oidc = new IamOpenidConnectProvider(this, "oidc-provider", {
      url: issuer,
      clientIdList: ["sts.amazonaws.com"],
    });

    this.name = cluster.name;
    this.arn = cluster.arn;
    this.endpoint = cluster.endpoint;
    this.certificateAuthority = cluster.certificateAuthority.get(0).data;
    this.securityGroupId = cluster.vpcConfig.clusterSecurityGroupId;
    this.oidcProvider = { arn: oidc.arn, issuer: Fn.replace(issuer, "https://", "") };
    this.logGroupName = logGroup.name;
  }

  private encryptionKey({ name, region, accountId, ...props }: EksClusterProps): EncryptionKey {
    return new EncryptionKey(this, "encryption", {
      accountId,
      description: `Secrets and control plane logs of cluster ${name}`,
      protected: props.protected,
      users: [
        {
          service: `logs.${region}.amazonaws.com`,
          conditions: {
            ArnEquals: {
              "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${accountId}:log-group:${controlPlaneLogGroupName(name)}`,
            },
          },
        },
      ],
    });
  }
}

/** The three switches of Auto Mode, as EKS takes them. */
function switchesOf(autoMode: AutoModeSwitches): Partial<EksClusterConfig> {
  const enabled = autoMode !== "off";
  return {
    computeConfig: {
      enabled,
      ...(autoMode !== "off" &&
        autoMode.builtInPools.length > 0 && {
          nodePools: [...autoMode.builtInPools],
          nodeRoleArn: autoMode.nodeRoleArn,
        }),
    },
    kubernetesNetworkConfig: { elasticLoadBalancing: { enabled } },
    storageConfig: { blockStorage: { enabled } },
  };
}

/** Name of the log group of a cluster's control plane, which EKS chooses. */
export const controlPlaneLogGroupName = (cluster: string): string => `/aws/eks/${cluster}/cluster`;
