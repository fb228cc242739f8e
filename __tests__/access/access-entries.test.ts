import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import { describe, expect, it } from "vitest";
import { AccessEntries } from "../../src/access/access-entries";
import type { Grant } from "../../src/access/grant";
import { IamRolesMatching } from "../../src/constructs/iam-roles-matching";
import { Terraform } from "../support/terraform";

const build = (grant: Omit<Grant, "roles">) =>
  Terraform.of((scope) => {
    const roles = new IamRolesMatching(scope, "members", { accountId: "1", roles: ["a"], patterns: [] });
    new AccessEntries(scope, "entries", { clusterName: "govuk", grants: [{ ...grant, roles }] });
  });

const readonly = { level: "readonly", policy: "AmazonEKSViewPolicy", namespaces: ["apps", "licensify"] };
const fulladmin = { level: "fulladmin", policy: "AmazonEKSClusterAdminPolicy" };

describe("AccessEntries", () => {
  it("puts each role of a level into the level's group", () => {
    expect(build(readonly).only(EksAccessEntry)).toMatchObject({
      cluster_name: "govuk",
      type: "STANDARD",
      kubernetes_groups: ["readonly"],
      principal_arn: "${each.value}",
      for_each: '${toset(formatlist("arn:aws:iam::%s:role/%s", "1", ["a"]))}',
    });
  });

  it("holds each role of a level to the level's policy and namespaces", () => {
    expect(build(readonly).only(EksAccessPolicyAssociation)).toMatchObject({
      cluster_name: "govuk",
      policy_arn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
      principal_arn: "${each.value}",
      access_scope: { type: "namespace", namespaces: ["apps", "licensify"] },
    });
  });

  it("gives a level without namespaces its policy in the whole cluster", () => {
    expect(build(fulladmin).only(EksAccessPolicyAssociation).access_scope).toEqual({ type: "cluster" });
  });

  it("associates a policy once the role's entry is there", () => {
    expect(build(readonly).only(EksAccessPolicyAssociation).depends_on).toEqual([
      "aws_eks_access_entry.entries_readonly",
    ]);
  });

  it("gives a level without a policy nothing but its group, which it is ready with", () => {
    const stack = build({ level: "developer" });

    expect(stack.only(EksAccessEntry).kubernetes_groups).toEqual(["developer"]);
    expect(stack.all(EksAccessPolicyAssociation)).toEqual([]);
  });
});
