import { Variable } from "@cdktf/provider-tfe/lib/variable";
import { VariableSet } from "@cdktf/provider-tfe/lib/variable-set";
import { WorkspaceVariableSet } from "@cdktf/provider-tfe/lib/workspace-variable-set";
import { describe, expect, it } from "vitest";
import { AwsCredentials } from "../../src/terraform-cloud/aws-credentials";
import { Workspace } from "../../src/terraform-cloud/workspace";
import { Terraform } from "../support/terraform";

const terraform = Terraform.of((scope) => {
  const workspace = new Workspace(scope, "vpc-test", {
    name: "vpc-test",
    description: "",
    projectId: "prj-1",
    tags: [],
    terraformVersion: "1.11.4",
    execution: "remote",
    autoApply: false,
    healthAssessments: false,
    stateReaders: [],
    teams: [],
    notify: [],
  });
  new AwsCredentials(scope, "credentials", {
    name: "aws-credentials-test",
    description: "By OIDC",
    planRoleArn: "arn:aws:iam::123456789012:role/terraform-plan",
    applyRoleArn: "arn:aws:iam::123456789012:role/terraform-apply",
    workspaces: [workspace],
  });
});

describe("AwsCredentials", () => {
  it("has plans run as one role and applies as another, without a key", () => {
    expect(
      terraform
        .all(Variable)
        .map(({ key, value, category }) => [category as string, key as string, value as string]),
    ).toEqual([
      ["env", "TFC_AWS_APPLY_ROLE_ARN", "arn:aws:iam::123456789012:role/terraform-apply"],
      ["env", "TFC_AWS_PLAN_ROLE_ARN", "arn:aws:iam::123456789012:role/terraform-plan"],
      ["env", "TFC_AWS_PROVIDER_AUTH", "true"],
    ]);
  });

  it("reaches the workspaces it is given and no other", () => {
    expect(terraform.only(VariableSet)).not.toHaveProperty("global");
    expect(terraform.only(WorkspaceVariableSet)).toMatchObject({
      variable_set_id: "${tfe_variable_set.credentials_variable-set.id}",
      workspace_id: "${tfe_workspace.vpc-test_workspace.id}",
    });
  });
});
