import { DataAwsIamRoles } from "@cdktf/provider-aws/lib/data-aws-iam-roles";
import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { Fn, TerraformOutput } from "cdktf";
import { describe, expect, it, vi } from "vitest";
import { IamRolesMatching } from "../../src/constructs/iam-roles-matching";
import { Terraform } from "../support/terraform";

const build = (roles: string[], patterns: string[]) =>
  Terraform.of((scope) => {
    const members = new IamRolesMatching(scope, "members", { accountId: "123456789012", roles, patterns });
    new EksAccessEntry(scope, "entry", {
      clusterName: "c",
      forEach: members.each,
      principalArn: members.arn,
    });
    new TerraformOutput(scope, "names", { value: Fn.tolist(members.names.forExpressionForList("val")) });
  });

describe("IamRolesMatching", () => {
  it("makes a resource once for every role", () => {
    expect(build(["deploy"], []).only(EksAccessEntry)).toMatchObject({
      for_each: '${toset(formatlist("arn:aws:iam::%s:role/%s", "123456789012", ["deploy"]))}',
      principal_arn: "${each.value}",
    });
  });

  it("keeps the path of a role in its ARN and leaves it out of its name", () => {
    const terraform = build(["ci/deploy"], []);

    expect(terraform.only(EksAccessEntry).for_each).toContain('["ci/deploy"]');
    expect(terraform.outputs().names).toContain('toset(["deploy"])');
  });

  it("looks for every pattern at once, in the account as it is", () => {
    const terraform = build([], ["\\..*-a$", "^b"]);

    expect(terraform.only(DataAwsIamRoles)).toEqual({ name_regex: "\\..*-a$|^b" });
    expect(terraform.only(EksAccessEntry).for_each).toBe(
      "${toset(tolist(data.aws_iam_roles.members_matching.arns))}",
    );
    expect(terraform.outputs().names).toContain("toset(tolist(data.aws_iam_roles.members_matching.names))");
  });

  it("counts a role once that is named and matches", () => {
    const terraform = build(["a.b-developer"], ["developer$"]);

    expect(terraform.only(EksAccessEntry).for_each).toBe(
      '${toset(setunion(formatlist("arn:aws:iam::%s:role/%s", "123456789012", ["a.b-developer"]), tolist(data.aws_iam_roles.members_matching.arns)))}',
    );
    expect(terraform.outputs().names).toContain(
      'setunion(["a.b-developer"], tolist(data.aws_iam_roles.members_matching.names))',
    );
  });

  it("asks AWS nothing where no pattern is given", () => {
    expect(build(["deploy"], []).all(DataAwsIamRoles)).toEqual([]);
  });

  it("writes nothing that CDKTF warns about", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    build(["ci/deploy"], ["x$"]);

    expect(warn.mock.calls).toEqual([]);
    warn.mockRestore();
  });

  it("refuses to match nothing", () => {
    expect(() => build([], [])).toThrow(
      "members: expected a role or a pattern, got neither; leave the construct out",
    );
  });
});
