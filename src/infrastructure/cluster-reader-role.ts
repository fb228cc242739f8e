import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { permissionsDocument, policyDocument } from "../constructs/iam-policy";
import { type AssumedBy, trustOfRole } from "../constructs/role-trust";

export interface ClusterReaderRoleProps {
  readonly name: string;
  readonly clusterArn: string;
  readonly assumedBy: readonly AssumedBy[];
}

/**
 * Role by which an application finds a cluster's address and signs in to it; what it may read there is for Kubernetes to
 * say. A production that reads every environment is made last, after what trusts it.
 */
export class ClusterReaderRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { name, clusterArn, assumedBy }: ClusterReaderRoleProps) {
    super(scope, id);
    const role = new IamRole(this, "role", {
      name,
      description: "Assumed by pods that read the cluster",
      assumeRolePolicy: policyDocument(assumedBy.map(trustOfRole)),
    });
    new IamRolePolicy(this, "permissions", {
      name,
      role: role.name,
      policy: permissionsDocument([{ actions: ["eks:DescribeCluster"], resources: [clusterArn] }]),
    });
    this.arn = role.arn;
  }
}
