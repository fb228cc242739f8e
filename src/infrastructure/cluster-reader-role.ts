import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { permissionsDocument, policyDocument } from "../constructs/iam-policy";

/** Role that may assume another. */
export interface AssumedBy {
  /** Account of the role, twelve digits. */
  readonly accountId: string;
  readonly roleArn: string;
}

export interface ClusterReaderRoleProps {
  readonly name: string;
  readonly clusterArn: string;
  readonly assumedBy: readonly AssumedBy[];
}

/**
 * Role by which an application finds a cluster's address and signs in to it; what it may read there is for Kubernetes to
 * say. It trusts roles by their ARN in a condition: IAM refuses a principal that does not exist yet, and a production that
 * reads every environment is made last.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
 */
export class ClusterReaderRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { name, clusterArn, assumedBy }: ClusterReaderRoleProps) {
    super(scope, id);
    const role = new IamRole(this, "role", {
      name,
      description: "Assumed by pods that read the cluster",
      assumeRolePolicy: policyDocument(
        assumedBy.map(({ accountId, roleArn }) => ({
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${accountId}:root` },
          Action: ["sts:AssumeRole"],
          Condition: { StringEquals: { "aws:PrincipalArn": roleArn } },
        })),
      ),
    });
    new IamRolePolicy(this, "permissions", {
      name,
      role: role.name,
      policy: permissionsDocument([{ actions: ["eks:DescribeCluster"], resources: [clusterArn] }]),
    });
    this.arn = role.arn;
  }
}
