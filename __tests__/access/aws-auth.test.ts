import { ConfigMapV1Data } from "@cdktf/provider-kubernetes/lib/config-map-v1-data";
import { describe, expect, it } from "vitest";
import { AwsAuth } from "../../src/access/aws-auth";
import { IamRolesMatching } from "../../src/constructs/iam-roles-matching";
import { Terraform } from "../support/terraform";

const configMap = Terraform.of((scope) => {
  const roles = new IamRolesMatching(scope, "members", {
    accountId: "1",
    roles: ["ci/deploy"],
    patterns: [],
  });
  new AwsAuth(scope, "aws-auth", {
    accountId: "1",
    nodeRoleArn: "arn:aws:iam::1:role/nodes",
    grants: [{ level: "developer", policy: "AmazonEKSAdminPolicy", roles }],
  });
}).only(ConfigMapV1Data);

describe("AwsAuth", () => {
  it("takes over the data of the ConfigMap that EKS made", () => {
    expect(configMap).toMatchObject({
      metadata: { name: "aws-auth", namespace: "kube-system" },
      force: true,
    });
  });

  it("lets in nodes, and roles in their level's group", () => {
    expect(configMap.data.mapRoles).toContain('"rolearn" = "arn:aws:iam::1:role/nodes"');
    expect(configMap.data.mapRoles).toMatch(
      /for key, val in toset\(\["deploy"\]\): .* groups = \["developer"\]/,
    );
  });
});
