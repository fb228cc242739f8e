import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { ServiceAccountV1 } from "@cdktf/provider-kubernetes/lib/service-account-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Cluster } from "../constructs/cluster";
import { ASSUME } from "../constructs/role-trust";
import { WorkloadRole } from "../constructs/workload-role";
import { allowGroup, type Kinds, LABELS, READ, rulesFor } from "./group-rights";

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

  /** Kinds that may be read, by their namespace. */
  readonly reads: Readonly<Record<string, readonly Kinds[]>>;

  /** ARNs of the roles that its pods here may assume. */
  readonly assumes: readonly string[];

  /** True where EKS decides by access entries, false where `aws-auth` alone does. */
  readonly byEntry: boolean;

  /** Dependencies of an object in a namespace. */
  readonly readyFor: (namespace: string) => readonly ITerraformDependable[];
}

/**
 * Application whose pods read what runs in clusters, in those of other accounts too: a service account with a role that
 * may assume roles of readers and nothing else, and the entry of the role by which this cluster is read. Its group reads
 * the kinds that are named; it sees no Secret and changes nothing.
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
    const { cluster, group, roleArn, reads, byEntry, readyFor } = props;

    this.addAccount();
    if (byEntry) {
      new EksAccessEntry(this, "entry", {
        clusterName: cluster.name,
        principalArn: roleArn,
        type: "STANDARD",
        kubernetesGroups: [group],
      });
    }
    for (const [namespace, kinds] of Object.entries(reads)) {
      allowGroup(this, { group, namespace, rules: rulesFor(kinds, READ), after: readyFor(namespace) });
    }
  }

  private addAccount(): void {
    const { cluster, account, namespace, assumes, readyFor } = this.props;
    const role = new WorkloadRole(this, "assumer", {
      cluster,
      namespace,
      serviceAccount: account,
      exactName: account,
      permissions: [{ actions: ASSUME, resources: assumes }],
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
}
