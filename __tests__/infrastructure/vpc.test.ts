import { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer";
import { DataAwsRegions } from "@cdktf/provider-aws/lib/data-aws-regions";
import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { VpcDhcpOptions } from "@cdktf/provider-aws/lib/vpc-dhcp-options";
import { VpcDhcpOptionsAssociation } from "@cdktf/provider-aws/lib/vpc-dhcp-options-association";
import { VpcIpv4CidrBlockAssociation } from "@cdktf/provider-aws/lib/vpc-ipv4-cidr-block-association";
import { describe, expect, it } from "vitest";
import { Vpc } from "../../src/infrastructure/vpc";
import { Terraform } from "../support/terraform";

const terraform = Terraform.of(
  (scope) =>
    new Vpc(scope, "network", {
      organisation: "govuk",
      label: "test",
      cidr: "10.2.0.0/16",
      zones: ["eu-west-1a", "eu-west-1b"],
      privateSubnets: { rds_a: { cidr: "10.2.10.0/24", zone: "eu-west-1a" } },
      accessAnalyzers: true,
      protected: true,
    }),
);

describe("Vpc", () => {
  it("has its further ranges before the subnets that may lie in them", () => {
    const wide = Terraform.of((scope) => {
      new Vpc(scope, "network", {
        organisation: "govuk",
        label: "test",
        cidr: "10.2.0.0/16",
        secondaryCidrs: ["10.3.0.0/16"],
        zones: [],
        privateSubnets: { rds_a: { cidr: "10.3.10.0/24", zone: "eu-west-1a" } },
        accessAnalyzers: false,
        protected: true,
      });
    });

    expect(wide.only(VpcIpv4CidrBlockAssociation).cidr_block).toBe("10.3.0.0/16");
    expect(wide.only(Subnet).depends_on).toEqual([
      "aws_vpc_ipv4_cidr_block_association.network_range-10-3-0-0-16",
    ]);
  });

  it("names servers of time beside AWS's own resolver, where it has some", () => {
    const timed = Terraform.of((scope) => {
      new Vpc(scope, "network", {
        organisation: "govuk",
        label: "test",
        cidr: "10.2.0.0/16",
        zones: [],
        privateSubnets: {},
        accessAnalyzers: false,
        timeServers: ["10.40.0.123"],
        protected: true,
      });
    });

    expect(timed.only(VpcDhcpOptions)).toMatchObject({
      domain_name_servers: ["AmazonProvidedDNS"],
      ntp_servers: ["10.40.0.123"],
    });
    expect(timed.only(VpcDhcpOptionsAssociation).dhcp_options_id).toBe(
      "${aws_vpc_dhcp_options.network_dhcp-options.id}",
    );
    expect(terraform.all(VpcDhcpOptions)).toEqual([]);
  });

  it("gives each private subnet a route table of its own, which nothing leaves", () => {
    expect(terraform.only(Subnet)).toMatchObject({
      cidr_block: "10.2.10.0/24",
      availability_zone: "eu-west-1a",
      tags: { Name: "govuk_private_rds_a" },
    });
    expect(Object.keys(terraform.named(RouteTable))).toEqual([
      "network_private-rds-a_routes",
      "network_public",
    ]);
    expect(terraform.addresses().filter((address) => address.startsWith("aws_route."))).toEqual([
      "aws_route.network_public-internet",
    ]);
  });

  it("lets nothing in or out by its default security group", () => {
    expect(terraform.only(DefaultSecurityGroup)).toMatchObject({
      vpc_id: "${aws_vpc.network_vpc.id}",
      ingress: [],
      egress: [],
    });
  });

  it("keeps one allow-listed address per availability zone", () => {
    expect(terraform.all(Eip).map(({ tags }) => tags.Name)).toEqual(["eu-west-1a-nat", "eu-west-1b-nat"]);
  });

  it("watches what is shared outside the account, in every region that the account may use", () => {
    expect(terraform.only(AccessanalyzerAnalyzer)).toMatchObject({
      for_each: "${toset(tolist(data.aws_regions.network_regions.names))}",
      analyzer_name: "govuk-${each.value}",
      region: "${each.value}",
      type: "ACCOUNT",
    });
    expect(terraform.only(DataAwsRegions).filter).toEqual([
      { name: "opt-in-status", values: ["opt-in-not-required", "opted-in"] },
    ]);
  });
});
