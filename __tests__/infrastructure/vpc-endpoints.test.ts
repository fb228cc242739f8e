import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { describe, expect, it } from "vitest";
import { VpcEndpoints, type VpcEndpointsProps } from "../../src/infrastructure/vpc-endpoints";
import { Terraform } from "../support/terraform";

const endpoints = (props: Partial<VpcEndpointsProps> = {}) =>
  Terraform.of(
    (scope) =>
      new VpcEndpoints(scope, "endpoints", {
        label: "test",
        region: "eu-west-1",
        vpcId: "vpc-1",
        interfaces: { "ecr-api": "ecr.api" },
        subnetIds: ["subnet-1"],
        callers: { a: "10.2.24.0/22" },
        s3RouteTableIds: ["rtb-1"],
        ...props,
      }),
  );

describe("VpcEndpoints", () => {
  it("answers under the service's own name in private subnets", () => {
    expect(endpoints().named(VpcEndpoint)["endpoints_ecr-api"]).toMatchObject({
      service_name: "com.amazonaws.eu-west-1.ecr.api",
      vpc_endpoint_type: "Interface",
      private_dns_enabled: true,
      subnet_ids: ["subnet-1"],
    });
  });

  it("keeps the group of an adopted platform, whose description differs", () => {
    expect(endpoints().only(SecurityGroup).lifecycle).toEqual({ ignore_changes: ["description"] });
  });

  it("lets in HTTPS from the callers and nothing else", () => {
    expect(endpoints().only(VpcSecurityGroupIngressRule)).toMatchObject({
      cidr_ipv4: "10.2.24.0/22",
      from_port: 443,
      to_port: 443,
      ip_protocol: "tcp",
    });
    expect(endpoints().only(SecurityGroup).egress).toBeUndefined();
  });

  it("routes S3 through a gateway", () => {
    expect(endpoints().named(VpcEndpoint)["endpoints_s3"]).toMatchObject({
      vpc_endpoint_type: "Gateway",
      route_table_ids: ["rtb-1"],
    });
  });

  it("makes nothing where nothing is asked for", () => {
    expect(endpoints({ interfaces: {}, s3RouteTableIds: [] }).addresses()).toEqual([]);
  });
});
