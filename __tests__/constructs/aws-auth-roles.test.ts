import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { TerraformOutput } from "cdktf";
import { describe, expect, it, vi } from "vitest";
import { awsAuthRoles } from "../../src/constructs/aws-auth-roles";
import { IamRolesMatching } from "../../src/constructs/iam-roles-matching";
import { Terraform } from "../support/terraform";

const NODES =
  '[{"rolearn" = "arn:aws:iam::123456789012:role/nodes", "username" = "system:node:{{EC2PrivateDNSName}}", "groups" = ["system:bootstrappers", "system:nodes"]}]';

const mapRoles = (...people: { roles: string[]; patterns: string[]; groups: string[] }[]) =>
  Terraform.of((scope) => {
    const { accountId } = new DataAwsCallerIdentity(scope, "account");
    const mappings = people.map(({ roles, patterns, groups }, index) => ({
      roles: new IamRolesMatching(scope, `members-${index}`, { accountId, roles, patterns }),
      groups,
    }));
    const nodeRoleArn = "arn:aws:iam::123456789012:role/nodes";
    new TerraformOutput(scope, "roles", { value: awsAuthRoles({ accountId, nodeRoleArn, mappings }) });
  }).outputs().roles;

const mapped = (names: string, groups: string) =>
  `[ for key, val in toset(${names}): { rolearn = format("arn:aws:iam::%s:role/%s", data.aws_caller_identity.account.account_id, val), username = format("%s:{{SessionName}}", val), groups = ${groups} }]`;

describe("awsAuthRoles", () => {
  it("lets nodes join", () => {
    expect(mapRoles()).toBe(`\${jsonencode(concat(${NODES}))}`);
  });

  it("maps roles to their groups by ARNs without paths", () => {
    expect(mapRoles({ roles: ["ci/deploy"], patterns: [], groups: ["developer"] })).toBe(
      `\${jsonencode(concat(${NODES}, ${mapped('["deploy"]', '["developer"]')}))}`,
    );
  });

  it("maps roles that match a pattern in the same way", () => {
    expect(mapRoles({ roles: [], patterns: ["x$"], groups: ["a", "b"] })).toBe(
      `\${jsonencode(concat(${NODES}, ${mapped("tolist(data.aws_iam_roles.members-0_matching.names)", '["a","b"]')}))}`,
    );
  });

  it("maps the role of a program to its group", () => {
    const text = Terraform.of((scope) => {
      const programs = [{ roleArn: "arn:aws:iam::1:role/release-assumed", group: "release-assumed" }];
      const value = awsAuthRoles({ accountId: "1", nodeRoleArn: "nodes", mappings: [], programs });
      new TerraformOutput(scope, "roles", { value });
    }).outputs().roles;

    expect(text).toContain(
      '{"rolearn" = "arn:aws:iam::1:role/release-assumed", "username" = "release-assumed:{{SessionName}}", "groups" = ["release-assumed"]}',
    );
  });

  it("writes nothing that CDKTF warns about", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    mapRoles({ roles: ["ci/deploy"], patterns: ["x$"], groups: ["developer"] });

    expect(warn.mock.calls).toEqual([]);
    warn.mockRestore();
  });
});
