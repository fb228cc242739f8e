import { Variable } from "@cdktf/provider-tfe/lib/variable";
import { VariableSet } from "@cdktf/provider-tfe/lib/variable-set";
import { WorkspaceVariableSet } from "@cdktf/provider-tfe/lib/workspace-variable-set";
import { Construct } from "constructs";
import type { Workspace } from "./workspace";

export interface AwsCredentialsProps {
  readonly name: string;
  readonly description: string;
  readonly planRoleArn: string;
  readonly applyRoleArn: string;

  /** Workspaces whose runs sign in. */
  readonly workspaces: readonly Workspace[];
}

/**
 * Sign-in of runs to one AWS account by OIDC: plans as one role, applies as another. It contains no secret:
 * HCP Terraform gets short-lived credentials for each run.
 *
 * @see
 * https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration
 */
export class AwsCredentials extends Construct {
  constructor(scope: Construct, id: string, props: AwsCredentialsProps) {
    super(scope, id);
    const { name, description, workspaces } = props;
    const variableSetId = new VariableSet(this, "variable-set", { name, description }).id;

    const variable = (child: string, key: string, value: string) =>
      new Variable(this, child, { variableSetId, category: "env", key, value });
    variable("sign-in", "TFC_AWS_PROVIDER_AUTH", "true");
    variable("plan-role", "TFC_AWS_PLAN_ROLE_ARN", props.planRoleArn);
    variable("apply-role", "TFC_AWS_APPLY_ROLE_ARN", props.applyRoleArn);

    workspaces.forEach((workspace) => {
      new WorkspaceVariableSet(this, workspace.node.id, { variableSetId, workspaceId: workspace.id });
    });
  }
}
