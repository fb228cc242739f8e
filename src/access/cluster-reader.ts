import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { RoleBindingV1 } from "@cdktf/provider-kubernetes/lib/role-binding-v1";
import { RoleV1 } from "@cdktf/provider-kubernetes/lib/role-v1";
import { ServiceAccountV1 } from "@cdktf/provider-kubernetes/lib/service-account-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { assumedName, assumerName } from "../names/reader-names";
import type { Cluster } from "../constructs/cluster";
import { WorkloadRole } from "../constructs/workload-role";
import { type AssumedBy, ClusterReaderRole } from "../infrastructure/cluster-reader-role";

export interface ClusterReaderProps {
  readonly cluster: Cluster;

  /** ARN of the cluster. */
  readonly clusterArn: string;

  /** Name of the application. */
  readonly name: string;

  /** Namespace of its pods. */
  readonly namespace: string;

  /** Rules by the namespace that they hold in. */
  readonly rules: Readonly<Record<string, readonly ReaderRule[]>>;

  /** ARNs of the roles that its pods here may assume. */
  readonly assumes: readonly string[];

  /** Roles of its pods that may read this cluster. */
  readonly assumedBy: readonly AssumedBy[];

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
 * may assume roles of readers and nothing else, and the role by which this cluster is read. Its group reads the kinds
 * that the rules name; it sees no Secret and changes nothing.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html
 */
export class ClusterReader extends Construct {
  /** ARN of the role by which the cluster is read. */
  readonly roleArn: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ClusterReaderProps,
  ) {
    super(scope, id);
    const { cluster, clusterArn, name, assumedBy, rules, byEntry } = props;

    this.account();
    const role = new ClusterReaderRole(this, "assumed", { name: assumedName(name), clusterArn, assumedBy });
    this.roleArn = role.arn;
    if (byEntry) {
      new EksAccessEntry(this, "entry", {
        clusterName: cluster.name,
        principalArn: role.arn,
        type: "STANDARD",
        kubernetesGroups: [assumedName(name)],
      });
    }
    Object.keys(rules).forEach((namespace) => this.letRead(namespace));
  }

  private account(): void {
    const { cluster, name, namespace, assumes, readyFor } = this.props;
    const role = new WorkloadRole(this, "assumer", {
      cluster,
      namespace,
      serviceAccount: assumerName(name),
      exactName: assumerName(name),
      permissions: [{ actions: ["sts:AssumeRole"], resources: assumes }],
    });
    new ServiceAccountV1(this, "account", {
      metadata: {
        name: assumerName(name),
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
    const { name, rules, readyFor } = this.props;
    const group = assumedName(name);
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
