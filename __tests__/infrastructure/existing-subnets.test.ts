import { DataAwsRouteTable } from "@cdktf/provider-aws/lib/data-aws-route-table";
import { DataAwsSubnet } from "@cdktf/provider-aws/lib/data-aws-subnet";
import { Ec2Tag } from "@cdktf/provider-aws/lib/ec2-tag";
import { describe, expect, it } from "vitest";
import { ExistingSubnets } from "../../src/infrastructure/existing-subnets";
import { Terraform } from "../support/terraform";

const zone = "eu-west-1a";
const ofSubnets = (findsRouteTables: boolean) =>
  Terraform.of((scope) => {
    new ExistingSubnets(scope, "network", {
      clusterName: "freight",
      vpcId: "vpc-1",
      controlPlane: { a: { cidr: "10.1.1.0/28", zone, id: "subnet-1" } },
      public: { a: { cidr: "10.1.2.0/24", zone, tags: { tier: "public" } } },
      private: { a: { cidr: "10.1.3.0/24", zone, tags: { tier: "private" } } },
      pods: { a: { cidr: "100.64.0.0/18", zone, id: "subnet-2" } },
      addresses: ["192.0.2.10"],
      findsRouteTables,
    });
  });
const terraform = ofSubnets(true);

describe("ExistingSubnets", () => {
  it("finds each by its id or tags, in its VPC, zone and range alone", () => {
    const place = { vpc_id: "vpc-1", availability_zone: zone };
    expect(terraform.named(DataAwsSubnet)).toMatchObject({
      "network_control-plane-a": { ...place, cidr_block: "10.1.1.0/28", id: "subnet-1" },
      "network_public-a": { ...place, cidr_block: "10.1.2.0/24", tags: { tier: "public" } },
      "network_private-a": { ...place, cidr_block: "10.1.3.0/24", tags: { tier: "private" } },
      "network_pods-a": { ...place, cidr_block: "100.64.0.0/18", id: "subnet-2" },
    });
  });

  it("tells load balancers which are theirs, and changes nothing else", () => {
    const tagsOf = (tier: string) =>
      terraform
        .all(Ec2Tag)
        .filter(({ resource_id }) => resource_id === `\${data.aws_subnet.network_${tier}-a.id}`)
        .map(({ key, value }) => `${key}=${value}`);

    expect(tagsOf("public").sort()).toEqual([
      "kubernetes.io/cluster/freight=shared",
      "kubernetes.io/role/elb=1",
    ]);
    expect(tagsOf("private").sort()).toEqual([
      "kubernetes.io/cluster/freight=shared",
      "kubernetes.io/role/internal-elb=1",
    ]);
    expect(terraform.all(Ec2Tag)).toHaveLength(4);
    expect(Object.keys(terraform.json.resource)).toEqual(["aws_ec2_tag"]);
  });

  it("looks up route tables where an endpoint needs them", () => {
    expect(terraform.only(DataAwsRouteTable).subnet_id).toBe("${data.aws_subnet.network_private-a.id}");
    expect(ofSubnets(false).all(DataAwsRouteTable)).toEqual([]);
  });
});
