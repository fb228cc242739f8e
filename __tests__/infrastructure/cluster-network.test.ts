import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { describe, expect, it } from "vitest";
import { ClusterNetwork } from "../../src/infrastructure/cluster-network";
import { Terraform } from "../support/terraform";

const tier = (third: number) => ({
  a: { cidr: `10.2.${third}.0/24`, zone: "eu-west-1a" },
  b: { cidr: `10.2.${third + 1}.0/24`, zone: "eu-west-1b" },
});

const terraform = Terraform.of(
  (scope) =>
    new ClusterNetwork(scope, "network", {
      clusterName: "govuk",
      vpcId: "vpc-1",
      internetGatewayId: "igw-1",
      controlPlane: tier(10),
      public: tier(20),
      private: tier(30),
      protected: true,
    }),
);
const subnet = (name: string) => terraform.named(Subnet)[name];
const route = (name: string) => terraform.named(Route)[name];

describe("ClusterNetwork", () => {
  it("sends each zone out through a NAT gateway in that zone", () => {
    for (const letter of ["a", "b"]) {
      expect(terraform.named(NatGateway)[`network_nat-${letter}`]?.subnet_id).toBe(
        `\${aws_subnet.network_public-${letter}.id}`,
      );
      for (const name of ["private", "control-plane"]) {
        expect(route(`network_${name}-${letter}-nat`)?.nat_gateway_id).toBe(
          `\${aws_nat_gateway.network_nat-${letter}.id}`,
        );
      }
    }
  });

  it("tells load balancers which subnets are theirs", () => {
    expect(subnet("network_public-a")?.tags).toMatchObject({
      "kubernetes.io/cluster/govuk": "owned",
      "kubernetes.io/role/elb": "1",
    });
    expect(subnet("network_private-a_subnet")?.tags).toMatchObject({
      "kubernetes.io/role/internal-elb": "1",
    });
    expect(subnet("network_control-plane-a_subnet")?.tags).toEqual({ Name: "govuk-eks-control-plane-a" });
  });

  it("gives public addresses in public subnets only", () => {
    const open = Object.entries(terraform.named(Subnet)).filter(
      ([, { map_public_ip_on_launch }]) => map_public_ip_on_launch,
    );

    expect(open.map(([name]) => name)).toEqual(["network_public-a", "network_public-b"]);
  });

  it("waits five minutes for a route to appear", () => {
    expect(terraform.all(Route).map(({ timeouts }) => timeouts)).toEqual(
      terraform.all(Route).map(() => ({ create: "5m" })),
    );
  });
});
