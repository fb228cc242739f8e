import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { RoleBindingV1 } from "@cdktf/provider-kubernetes/lib/role-binding-v1";
import { RoleV1 } from "@cdktf/provider-kubernetes/lib/role-v1";
import { ServiceAccountV1 } from "@cdktf/provider-kubernetes/lib/service-account-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Cluster } from "../constructs/cluster";
import { WorkloadRole } from "../constructs/workload-role";

export interface ClusterReaderProps {
  readonly cluster: Cluster;

  /** Service account of the application's pods, and name of their role. */
  readonly account: string;

  /** Kubernetes group of those who read the cluster. */
  readonly group: string;

  /** ARN of the role by which they do. */
  readonly roleArn: string;

  /** Namespace of its pods. */
  readonly namespace: string;

  /** Rules by the namespace that they hold in. */
  readonly rules: Readonly<Record<string, readonly ReaderRule[]>>;

  /** ARNs of the roles that its pods here may assume. */
  readonly assumes: readonly string[];

  /** True where EKS decides by access entries, false where `aws-auth` alone does. */
  readonly byEntry: boolean;

  /** Dependencies of an object in a namespace. */
  readonly readyFor: (namespace: string) => readonly ITerraformDependable[];
}

/** Kinds of an API group that may be read. */
export interface ReaderRule {
  readonly apiGroup: string;
  readonly resources: readonly string[];
}

const API_GROUP = "rbac.authorization.k8s.io";
const LABELS = { "app.kubernetes.io/managed-by": "Terraform" };

/**
 * Application whose pods read what runs in clusters, in those of other accounts too: a service account with a role that
 * may assume roles of readers and nothing else, and the entry of the role by which this cluster is read. Its group reads
 * the kinds that the rules name; it sees no Secret and changes nothing.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html
 */
export class ClusterReader extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: ClusterReaderProps,
  ) {
    super(scope, id);
    const { cluster, group, roleArn, rules, byEntry } = props;

    this.addAccount();
    if (byEntry) {
      new EksAccessEntry(this, "entry", {
        clusterName: cluster.name,
        principalArn: roleArn,
        type: "STANDARD",
        kubernetesGroups: [group],
      });
    }
    Object.keys(rules).forEach((namespace) => this.letRead(namespace));
  }

  private addAccount(): void {
    const { cluster, account, namespace, assumes, readyFor } = this.props;
    const role = new WorkloadRole(this, "assumer", {
      cluster,
      namespace,
      serviceAccount: account,
      exactName: account,
      permissions: [{ actions: ["sts:AssumeRole"], resources: assumes }],
    });
    new ServiceAccountV1(this, "account", {
      metadata: {
        name: account,
        namespace,
        labels: LABELS,
        annotations: { ...role.helmValues.annotations },
      },
      // A pod that calls the Kubernetes API asks for its token.
      automountServiceAccountToken: false,
      dependsOn: [...readyFor(namespace), ...role.ready],
    });
  }

  private letRead(namespace: string): void {
    const { group, rules, readyFor } = this.props;
    const role = new RoleV1(this, `${namespace}-role`, {
      metadata: { name: group, namespace, labels: LABELS },
      rule: (rules[namespace] ?? []).map(({ apiGroup, resources }) => ({
        apiGroups: [apiGroup],
        resources: [...resources],
        verbs: ["get", "list", "watch"],
      })),
      dependsOn: [...readyFor(namespace)],
    });
    new RoleBindingV1(this, `${namespace}-role-binding`, {
      metadata: { name: `${group}-binding`, namespace, labels: LABELS },
      roleRef: { apiGroup: API_GROUP, kind: "Role", name: group },
      subject: [{ apiGroup: API_GROUP, kind: "Group", name: group }],
      dependsOn: [role],
    });
  }
}
