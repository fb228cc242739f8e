import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { expect, it } from "vitest";
import { networksToApi } from "../../src/infrastructure/api-target";
import { Terraform } from "../support/terraform";

it("networks of the organisation reach the API's port alone", () => {
  const terraform = Terraform.of((scope) => {
    networksToApi(
      scope,
      { clusterName: "freight", endpoint: "https://api.example", securityGroupId: "sg-cluster" },
      ["10.40.0.0/16"],
    );
  });

  expect(terraform.only(VpcSecurityGroupIngressRule)).toMatchObject({
    security_group_id: "sg-cluster",
    cidr_ipv4: "10.40.0.0/16",
    from_port: 443,
    to_port: 443,
  });
});
