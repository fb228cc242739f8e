import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { permissionsDocument, policyDocument } from "../constructs/iam-policy";
import { type AssumedBy, trustOfRole } from "../constructs/role-trust";

export interface MetricsWriterProps {
  readonly roleName: string;

  /** Cluster that writes, as people call it. */
  readonly cluster: string;

  /** Role of the cluster's Prometheus, which alone may take this one. */
  readonly assumedBy: AssumedBy;
  readonly workspaceArn: string;
}

/**
 * Role by which the Prometheus of one workload cluster writes to a workspace in another account, and does nothing else.
 *
 * A policy of the workspace would name the other accounts as well, but AWS then asks for a grant on the key for each of them.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-aps-resourcepolicy.html
 */
export class MetricsWriter extends Construct {
  constructor(scope: Construct, id: string, props: MetricsWriterProps) {
    super(scope, id);
    const { roleName, cluster, assumedBy, workspaceArn } = props;

    const role = new IamRole(this, "role", {
      name: roleName,
      description: `Assumed by the Prometheus of ${cluster}, to write its metrics`,
      assumeRolePolicy: policyDocument([trustOfRole(assumedBy)]),
    });
    new IamRolePolicy(this, "permissions", {
      name: "write-metrics",
      role: role.name,
      policy: permissionsDocument([{ actions: ["aps:RemoteWrite"], resources: [workspaceArn] }]),
    });
  }
}
