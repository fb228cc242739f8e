import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { describe, expect, it } from "vitest";
import { AwsIdentityProvider } from "../../src/terraform-cloud/aws-identity-provider";
import { RunRole } from "../../src/terraform-cloud/run-role";
import { Terraform } from "../support/terraform";

const terraform = Terraform.of((scope) => {
  const identityProvider = new AwsIdentityProvider(scope, "cloud", { hostname: "app.terraform.io" });
  new RunRole(scope, "plan", {
    name: "terraform-plan",
    description: "Plans",
    identityProvider,
    runs: { organization: "govuk", project: "platform", workspaces: ["vpc-a", "root-dns-a"], phase: "plan" },
    permissions: {
      "read-keys": [{ actions: ["kms:DescribeKey"], resources: ["arn:aws:kms:eu-west-1:1:key/*"] }],
      "read-topics": [{ actions: ["sns:GetTopicAttributes"], resources: ["arn:aws:sns:eu-west-1:1:a"] }],
    },
  });
});

describe("AwsIdentityProvider", () => {
  it("believes HCP Terraform's tokens that are made out to AWS", () => {
    expect(terraform.only(IamOpenidConnectProvider)).toMatchObject({
      url: "https://app.terraform.io",
      client_id_list: ["aws.workload.identity"],
    });
  });
});

describe("RunRole", () => {
  it("trusts one phase of the listed workspaces, each by its exact name", () => {
    expect(JSON.parse(terraform.only(IamRole).assume_role_policy)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Federated: "${aws_iam_openid_connect_provider.cloud_provider.arn}" },
          Action: ["sts:AssumeRoleWithWebIdentity"],
          Condition: {
            StringEquals: {
              "app.terraform.io:aud": "aws.workload.identity",
              "app.terraform.io:sub": [
                "organization:govuk:project:platform:workspace:vpc-a:run_phase:plan",
                "organization:govuk:project:platform:workspace:root-dns-a:run_phase:plan",
              ],
            },
          },
        },
      ],
    });
  });

  it("has a policy for each purpose, attached under the purpose's name", () => {
    expect(terraform.all(IamPolicy).map(({ name }) => name as string)).toEqual([
      "terraform-plan-read-keys",
      "terraform-plan-read-topics",
    ]);
    expect(terraform.named(IamRolePolicyAttachment)["plan_read-keys-attachment"]).toMatchObject({
      role: "${aws_iam_role.plan_role.name}",
      policy_arn: "${aws_iam_policy.plan_read-keys.arn}",
    });
  });
});
