import { describe, expect, it } from "vitest";
import { actionWords, listed } from "../../../reports/addon-pages/action-words";

describe("actionWords", () => {
  it.each([
    ["route53:ListHostedZones", "list hosted zones"],
    ["ec2:CreateSecurityGroup", "create security groups"],
    ["iam:GetServerCertificate", "get server certificates"],
    ["s3:GetBucketPolicy", "get bucket policies"],
    ["s3:GetKey", "get keys"],
    ["ec2:DescribeVpcs", "describe VPCs"],
    ["elasticloadbalancing:DescribeSSLPolicies", "describe SSL policies"],
    ["wafv2:GetWebACLForResource", "get web ACL for resources"],
    ["sts:Assume", "assume"],
  ])("reads %s as %s", (action, words) => {
    expect(actionWords([action])).toBe(words);
  });

  it("says once what is done to one kind of thing", () => {
    expect(actionWords(["route53:ChangeResourceRecordSets", "route53:ListResourceRecordSets"])).toBe(
      "change and list resource record sets",
    );
  });

  it("says once what is done to several kinds of things", () => {
    expect(actionWords(["ec2:DescribeVpcs", "ec2:DescribeSubnets", "ec2:DescribeTags"])).toBe(
      "describe VPCs, subnets and tags",
    );
  });

  it("keeps apart what is done to different things", () => {
    expect(actionWords(["ec2:CreateTags", "ec2:DeleteTags", "ec2:DescribeVpcs"])).toBe(
      "create and delete tags; describe VPCs",
    );
  });

  it("says the same of one thing and of many only once", () => {
    expect(actionWords(["route53:ListTagsForResource", "route53:ListTagsForResources"])).toBe(
      "list tags for resources",
    );
  });
});

describe("listed", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("joins %j as a sentence does", (items, text) => {
    expect(listed(items)).toBe(text);
  });
});
