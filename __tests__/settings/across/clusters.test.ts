import { describe, expect, it } from "vitest";
import type { ClusterSettings } from "../../../src/settings/cluster/cluster";
import { type ClusterEnvironment, mainCluster } from "../../../src/settings/environment/environment";
import { stacksOf } from "../../../src/settings/environment/stack-names";
import { privateBlocks, surroundings } from "../../../src/stacks/surroundings";
import { noAccess, problemsOf, productionLike, withOneCluster } from "../../support/environments";
import { defineEnvironment } from "../../support/organisation";
import { stacksOf as terraformOf } from "../../support/stacks";

const subnets = {
  controlPlane: { a: "10.13.120.0/28", b: "10.13.120.16/28", c: "10.13.120.32/28" },
  public: { a: "10.13.121.0/24", b: "10.13.122.0/24", c: "10.13.123.0/24" },
  private: { a: "10.13.124.0/22", b: "10.13.128.0/22", c: "10.13.132.0/22" },
};
const green: ClusterSettings = { access: noAccess, main: true };
const blue: ClusterSettings = { access: noAccess, subnets };

const file = (clusters: Readonly<Record<string, ClusterSettings>>) => ({
  ...withOneCluster(productionLike),
  clusters,
});
const problems = (clusters: Readonly<Record<string, ClusterSettings>>) => problemsOf(file(clusters));

describe("the clusters of an environment", () => {
  it("may be two in one VPC", () => {
    expect(problems({ green, blue })).toEqual([]);
  });

  it("are refused without a main one", () => {
    expect(problems({ green: { access: noAccess, subnets }, blue }).join()).toContain(
      "production clusters: expected one main cluster, got none; write main: true in the cluster whose stacks are called <stack>-<environment>, and in no other",
    );
  });

  it("are refused with two main ones", () => {
    expect(problems({ green, blue: { ...blue, main: true } })).toContain(
      "production clusters: expected one main cluster, got 2: green, blue; write main: true in the cluster whose stacks are called <stack>-<environment>, and in no other",
    );
  });

  it("are refused without subnets of their own in a shared VPC", () => {
    expect(problems({ green, blue: { access: noAccess } })).toEqual([
      "production clusters.blue.subnets: expected subnets of its own in the VPC that it shares, got none; write controlPlane, public and private ranges that green leaves free",
    ]);
  });

  it("are refused with a flow monitor beside a main cluster without one, which would make the scope", () => {
    const agent = "aws-network-flow-monitoring-agent";
    const off = { ...green, eksAddons: { [agent]: false as const } };

    expect(problems({ green: off, blue })).toEqual([
      `production clusters.blue.eksAddons.${agent}: expected false, since green, which would make the account's scope, has it off, got on; turn it on in green, or write false`,
    ]);
    expect(problems({ green: off, blue: { ...blue, eksAddons: { [agent]: false } } })).toEqual([]);
  });

  it("are refused with subnets that overlap", () => {
    const overlapping = { ...subnets, public: { ...subnets.public, a: "10.13.20.0/24" } };

    expect(problems({ green, blue: { ...blue, subnets: overlapping } })).toEqual([
      'production clusters.blue.subnets.public.a: expected a range that clusters.green.subnets.public.a (10.13.20.0/24) leaves free, got "10.13.20.0/24"; move one of the two',
    ]);
  });

  it("are refused with the subdomain of another", () => {
    expect(problems({ green, blue: { ...blue, subdomain: "eks" } })).toEqual([
      'production clusters.blue.subdomain: expected a label of its own, got "eks", which green has; give each cluster another',
    ]);
  });

  it("are refused with an endpoint that the VPC has already", () => {
    expect(problems({ green, blue: { ...blue, endpoints: { ecr: true } } })).toEqual([
      "production clusters.blue.endpoints.ecr: expected false, since green has that endpoint in the same VPC, got true; leave it out: one endpoint serves every cluster of the VPC",
    ]);
  });

  it("are refused where another than the main one proves the publishing domain", () => {
    expect(problems({ green, blue: { ...blue, publishingCertificate: true } })).toEqual([
      "production clusters.blue.publishingCertificate: expected false for a cluster that is not the main one, got true; leave it out: the main cluster's stack makes the record that proves the publishing domain",
    ]);
  });
});

describe("the stacks of two clusters", () => {
  const environment = defineEnvironment(file({ green, blue }));
  const stacks = terraformOf(environment);
  const other = environment.clusters.find(({ cluster }) => !cluster.main)! as ClusterEnvironment;

  it("are called after the environment, those of another than the main cluster after it too", () => {
    const ids = stacksOf(environment).map(({ id }) => id);

    expect(ids).toContain("cluster-services-production");
    expect(ids).toContain("cluster-services-production-blue");
    expect(ids).not.toContain("vpc-production-blue");
    expect(Object.keys(stacks)).toEqual(expect.arrayContaining(ids));
  });

  it("wait for their own cluster's alone", () => {
    const needs = Object.fromEntries(stacksOf(environment).map(({ id, needs: before }) => [id, before]));

    expect(needs["cluster-services-production-blue"]).toEqual(["cluster-access-production-blue"]);
    expect(needs["external-services-production"]).toEqual([
      "cluster-services-production",
      "cluster-services-production-blue",
    ]);
  });

  it("share the endpoints of the main one, which admit the other's nodes", () => {
    const rules = Object.values(
      stacks["cluster-infrastructure-production"]!.json.resource
        .aws_vpc_security_group_ingress_rule as Record<string, { cidr_ipv4: string }>,
    ).map(({ cidr_ipv4 }) => cidr_ipv4);

    expect(rules).toEqual(expect.arrayContaining([...Object.values(subnets.private)]));
    expect(surroundings(other).aws[0]!.blocks).toEqual(
      expect.arrayContaining([{ cidr: mainCluster(environment).network.subnets.private.a }]),
    );
  });

  it("let no pod reach the other cluster as it reaches databases of a VPC that was there before", () => {
    const main = mainCluster(environment);
    const existing = {
      id: "vpc-0a1b2c3d4e5f67890",
      cidr: "10.13.0.0/16",
      internetGatewayId: "igw-0a1b2c3d4e5f67890",
      privateSubnetIds: { rds_a: "subnet-0a1b2c3d4e5f67890" },
      privateRouteTableIds: [],
    };
    const before = { clusters: main.clusters, network: { ...main.network, vpc: { existing } } };

    expect(privateBlocks(before, "rds")).toMatchObject([
      { cidr: "10.13.0.0/16", except: expect.arrayContaining(Object.values(subnets.private)) as string[] },
    ]);
    expect(privateBlocks(before, "elasticache")).toEqual([]);
  });
});
