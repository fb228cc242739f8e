import { EksCapability } from "@cdktf/provider-aws/lib/eks-capability";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { describe, expect, it } from "vitest";
import { Capability } from "../../src/infrastructure/capability";
import { Terraform } from "../support/terraform";

const terraform = Terraform.of((scope) => {
  new Capability(scope, "ack", {
    clusterName: "govuk",
    capability: "ack",
    permissions: [
      { actions: ["sts:AssumeRole"], resources: ["arn:aws:iam::123456789012:role/govuk-ack--*"] },
    ],
  });
  new Capability(scope, "kro", { clusterName: "govuk", capability: "kro" });
});

describe("Capability", () => {
  it("is of the type that EKS knows, and leaves its objects behind", () => {
    expect(terraform.all(EksCapability)).toMatchObject([
      { capability_name: "ack", type: "ACK", cluster_name: "govuk", delete_propagation_policy: "RETAIN" },
      { capability_name: "kro", type: "KRO", cluster_name: "govuk", delete_propagation_policy: "RETAIN" },
    ]);
  });

  it("has a role of its own that EKS's service for capabilities alone may take", () => {
    expect(terraform.all(IamRole).map(({ name }) => name)).toEqual(["govuk-ack", "govuk-kro"]);
    for (const { assume_role_policy } of terraform.all(IamRole)) {
      expect(JSON.parse(assume_role_policy as string).Statement).toEqual([
        {
          Effect: "Allow",
          Principal: { Service: "capabilities.eks.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession"],
        },
      ]);
    }
  });

  it("waits for the permissions of its role, if it has any", () => {
    expect(terraform.all(EksCapability).map(({ depends_on }) => depends_on)).toEqual([
      ["aws_iam_role_policy.ack_role_permissions"],
      [],
    ]);
  });
});
