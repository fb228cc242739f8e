import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Grant } from "./grant";

export interface AccessEntriesProps {
  readonly clusterName: string;
  readonly grants: readonly Grant[];
}

/**
 * Lets IAM roles into the cluster, each in the Kubernetes group of its level, whose Roles say what it may do. An access
 * policy of EKS comes on top where the level has one.
 *
 * Nodes are not among them: EKS itself makes the entry of a managed node group.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html
 */
export class AccessEntries extends Construct {
  /** Entries and policies without which the roles can do nothing. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { clusterName, grants }: AccessEntriesProps) {
    super(scope, id);

    this.ready = grants.map(({ level, roles, policy, namespaces }) => {
      const principal = { clusterName, forEach: roles.each, principalArn: roles.arn };
      const entry = new EksAccessEntry(this, level, {
        ...principal,
        type: "STANDARD",
        kubernetesGroups: [level],
      });
      if (policy === undefined) {
        return entry;
      }
      return new EksAccessPolicyAssociation(this, `${level}-policy`, {
        ...principal,
        policyArn: `arn:aws:eks::aws:cluster-access-policy/${policy}`,
        accessScope: namespaces ? { type: "namespace", namespaces: [...namespaces] } : { type: "cluster" },
        dependsOn: [entry],
      });
    });
  }
}
