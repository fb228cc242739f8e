import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { describe, expect, it } from "vitest";
import { serviceTrust } from "../../src/constructs/iam-policy";
import { ServiceRole } from "../../src/infrastructure/service-role";
import { Terraform } from "../support/terraform";

const terraform = Terraform.of(
  (scope) =>
    new ServiceRole(scope, "node", {
      name: "govuk-node-group",
      description: "Nodes",
      trust: serviceTrust("ec2.amazonaws.com"),
      managedPolicies: ["AmazonEKS_CNI_Policy", "AmazonSSMManagedInstanceCore"],
    }),
);

describe("ServiceRole", () => {
  it("attaches AWS's own policies under names that can be read", () => {
    expect(
      Object.entries(terraform.named(IamRolePolicyAttachment)).map(([name, { policy_arn }]) => [
        name,
        policy_arn,
      ]),
    ).toEqual([
      ["node_amazon-eks-cni-policy", "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy"],
      ["node_amazon-ssm-managed-instance-core", "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"],
    ]);
  });

  it("has no policy of its own where no permission is given", () => {
    expect(terraform.addresses().filter((address) => address.startsWith("aws_iam_role_policy."))).toEqual([]);
  });
});
