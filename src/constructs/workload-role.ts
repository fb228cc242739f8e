import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Ready } from "./addon";
import type { Cluster } from "./cluster";
import { type Permission, permissionsDocument, policyDocument } from "./iam-policy";
import { workloadRoleName } from "../names/cluster-names";

export interface WorkloadRoleProps {
  readonly cluster: Cluster;
  readonly namespace: string;

  /** Kubernetes service account that alone may assume the role. */
  readonly serviceAccount: string;

  /**
   * Role's name before the cluster's, for accounts with the same name in several namespaces.
   *
   * @default - the service account's name
   */
  readonly roleName?: string;

  /**
   * Role's whole name, for one that other accounts know.
   *
   * @default - `roleName` and the cluster's name
   */
  readonly exactName?: string;

  /** @default - none of its own */
  readonly permissions?: readonly Permission[];

  /**
   * ARNs of policies that AWS or another team maintains.
   *
   * @default - none
   */
  readonly managedPolicies?: Readonly<Record<string, string>>;
}

/**
 * An IAM role for one Kubernetes service account, named `<service account>-<cluster>` unless said otherwise.
 *
 * The cluster's `identity` decides how pods get it: by an annotation on the account (IRSA) or an association
 * (Pod Identity). Either way the trust names a single cluster, namespace and account.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html
 */
export class WorkloadRole extends Construct implements Ready {
  readonly arn: string;
  readonly serviceAccount: string;

  /** Permissions of the role, as they were given. */
  readonly permissions: readonly Permission[];

  /** Name and annotations of the service account, as most charts take them under `serviceAccount`. */
  readonly helmValues: { readonly name: string; readonly annotations: Readonly<Record<string, string>> };

  /** Resources that pods wait for, so that they neither start before their permissions nor outlive them. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: WorkloadRoleProps) {
    super(scope, id);
    const { cluster, namespace, serviceAccount, roleName = serviceAccount, permissions = [] } = props;
    const irsa = cluster.identity === "irsa";

    const role = new IamRole(this, "role", {
      name: props.exactName ?? workloadRoleName(roleName, cluster.name),
      description: `Assumed by service account ${namespace}/${serviceAccount} in ${cluster.name}`,
      assumeRolePolicy: irsa
        ? irsaTrust(props)
        : podIdentityTrust({ clusterName: cluster.name, namespace, serviceAccount }),
    });
    const parts = [...this.policies(role, props), ...(irsa ? [] : [this.association(role, props)])];

    this.arn = role.arn;
    this.serviceAccount = serviceAccount;
    this.permissions = permissions;
    this.ready = parts.length > 0 ? parts : [role];
    this.helmValues = {
      name: serviceAccount,
      annotations: irsa ? { "eks.amazonaws.com/role-arn": role.arn } : {},
    };
  }

  private policies(role: IamRole, props: WorkloadRoleProps): ITerraformDependable[] {
    const { serviceAccount, permissions = [], managedPolicies = {} } = props;

    const managed = Object.entries(managedPolicies).map(
      ([name, policyArn]) => new IamRolePolicyAttachment(this, name, { role: role.name, policyArn }),
    );
    if (permissions.length === 0) {
      return managed;
    }
    const policy = permissionsDocument(permissions);
    return [
      ...managed,
      new IamRolePolicy(this, "permissions", { name: serviceAccount, role: role.name, policy }),
    ];
  }

  private association(role: IamRole, { cluster, namespace, serviceAccount }: WorkloadRoleProps) {
    return new EksPodIdentityAssociation(this, "association", {
      clusterName: cluster.name,
      namespace,
      serviceAccount,
      roleArn: role.arn,
    });
  }
}

/** The cluster as pods have it that take their role by Pod Identity whatever the others do, as those of EKS's add-ons. */
export const byPodIdentity = (cluster: Cluster): Cluster => ({ ...cluster, identity: "pod-identity" });

function irsaTrust({ cluster, namespace, serviceAccount }: WorkloadRoleProps): string {
  const { arn, issuer } = cluster.oidcProvider;

  return policyDocument([
    {
      Effect: "Allow",
      Principal: { Federated: arn },
      Action: ["sts:AssumeRoleWithWebIdentity"],
      Condition: {
        StringEquals: {
          [`${issuer}:aud`]: "sts.amazonaws.com",
          [`${issuer}:sub`]: `system:serviceaccount:${namespace}:${serviceAccount}`,
        },
      },
    },
  ]);
}

/** Lets one service account of one cluster assume a role by EKS Pod Identity. */
export function podIdentityTrust(pod: {
  readonly clusterName: string;
  readonly namespace: string;
  readonly serviceAccount: string;
}): string {
  return policyDocument([
    {
      Effect: "Allow",
      Principal: { Service: "pods.eks.amazonaws.com" },
      // EKS tags every session; without TagSession it cannot assume the role at all.
      Action: ["sts:AssumeRole", "sts:TagSession"],
      Condition: {
        StringEquals: {
          "aws:RequestTag/eks-cluster-name": pod.clusterName,
          "aws:RequestTag/kubernetes-namespace": pod.namespace,
          "aws:RequestTag/kubernetes-service-account": pod.serviceAccount,
        },
      },
    },
  ]);
}
