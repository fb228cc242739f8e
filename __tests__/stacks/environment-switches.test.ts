import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { describe, expect, it } from "vitest";
import { ClusterInfrastructureStack } from "../../src/stacks/cluster-infrastructure";
import { environment, testEnvironment, type OneCluster } from "../support/environments";
import { testApp } from "../support/app";
import { stacksOf } from "../support/stacks";
import { type Block, Terraform } from "../support/terraform";

/** Without the other stacks, whose making takes longer than the test. */
const infrastructureOf = (overrides: OneCluster): Terraform =>
  Terraform.from(new ClusterInfrastructureStack(testApp(), environment(overrides)));

const podsStartOpen = { reason: "they always did" };

describe("an environment", () => {
  it("in an existing VPC has no vpc stack, and its other stacks take the ids they are given", () => {
    const existing = {
      id: "vpc-0123456789abcdef0",
      cidr: "10.13.0.0/16",
      internetGatewayId: "igw-0123456789abcdef0",
      privateSubnetIds: { rds_a: "subnet-0123456789abcdef0", rds_b: "subnet-0123456789abcdef1" },
      privateRouteTableIds: ["rtb-0123456789abcdef0"],
    };
    const stacks = stacksOf(environment({ network: { vpc: { existing } } }));

    expect(Object.keys(stacks)).not.toContain("vpc-production");
    const infrastructure = stacks["cluster-infrastructure-production"]!;
    expect(infrastructure.json.data.terraform_remote_state.vpc).toBeUndefined();
    expect(infrastructure.json.resource.aws_subnet["network_public-a"].vpc_id).toBe(existing.id);
    expect(infrastructure.json.resource.aws_db_subnet_group["grafana-database_subnets"].subnet_ids).toEqual(
      Object.values(existing.privateSubnetIds),
    );
    expect(infrastructure.json.resource.aws_vpc_endpoint.endpoints_s3.route_table_ids).toContain(
      "rtb-0123456789abcdef0",
    );
    expect(stacks["root-dns-production"]!.json.resource.aws_route53_zone.zones_internal.vpc).toEqual([
      { vpc_id: existing.id },
    ]);
  });

  it("in subnets that exist admits their way out to the pages of administrators", () => {
    const tier = (third: number) =>
      Object.fromEntries(
        ["a", "b", "c"].map((zone, index) => [
          zone,
          { cidr: `10.13.${third + index}.0/24`, id: `subnet-0123456789abc${third + index}` },
        ]),
      );
    const subnets = { controlPlane: tier(110), public: tier(120), private: tier(130) };
    const vpc = testEnvironment.network.vpc;
    const stacks = stacksOf(
      environment({
        network: { vpc, subnets },
        cluster: { nat: { addresses: ["203.0.113.10"] }, administratorPages: { cidrs: ["192.0.2.0/24"] } },
      }),
    );

    expect(JSON.stringify(stacks["cluster-services-production"]!.json)).toContain("203.0.113.10/32");
  });

  it("with a pool of addresses has every load balancer of the platform's pages take some of it", () => {
    const stacks = stacksOf(environment({ cluster: { addressPool: "ipam-pool-0a1b2c3d4e5f67890" } }));
    const text = JSON.stringify(stacks["cluster-services-production"]!.json);
    const count = (annotation: string) =>
      text.split(`alb.ingress.kubernetes.io/${annotation}`).length - 1;

    expect(count("ipam-ipv4-pool-id\\\": \\\"ipam-pool-0a1b2c3d4e5f67890")).toBe(
      count("ssl-redirect\\\": \\\"443"),
    );
    expect(count("ipam-ipv4-pool-id\\\": \\\"ipam-pool")).toBeGreaterThan(4);
  });

  it("protects its cluster, database, zones and keys, unless a reason is written down", () => {
    const protectedParts = (stacks: Record<string, Terraform>) => {
      const infrastructure = stacks["cluster-infrastructure-production"]!;
      const zones = stacks["root-dns-production"]!.all(Route53Zone);
      return [
        infrastructure.only(EksCluster),
        ...infrastructure.all(RdsCluster),
        infrastructure.only(Route53Zone),
        infrastructure.json.resource.aws_kms_key.eks_encryption_key as Block,
        ...zones,
      ].map(({ lifecycle }) => lifecycle.prevent_destroy as boolean);
    };
    const relaxed = environment({ deletionProtection: { enabled: false, reason: "Made for a test." } });

    expect(protectedParts(stacksOf(testEnvironment))).toEqual(Array(8).fill(true));
    expect(protectedParts(stacksOf(relaxed))).toEqual(Array(8).fill(false));
  });

  it("without databases has none of their parts", () => {
    const addresses = infrastructureOf({ grafanaDatabase: false, workflowsDatabase: false }).addresses();

    expect(
      addresses.filter((address) => /database|grafana|_rds_|db_subnet|secretsmanager_secret/.test(address)),
    ).toEqual([]);
  });

  it("that names no e-mail secret subscribes nobody to its alarms", () => {
    expect(infrastructureOf({ alarmEmailSecret: false }).all(SnsTopicSubscription)).toEqual([]);
  });

  it("has one alarm, one launch template and one node group for each group it names", () => {
    const { resource } = infrastructureOf({ cluster: { nodeGroups: { "arm-blue": {}, x86: {} } } }).json;

    expect(Object.keys(resource.aws_eks_node_group)).toEqual([
      "node-group-arm-blue_nodes",
      "node-group-x86_nodes",
    ]);
    expect(Object.keys(resource.aws_launch_template)).toHaveLength(2);
    expect(
      Object.keys(resource.aws_cloudwatch_metric_alarm).filter((name) => name.includes("node-group")),
    ).toHaveLength(2);
  });

  it.each([
    ["flowLogs", "aws_flow_log"],
    ["threatDetection", "aws_guardduty_detector"],
  ])("has %s unless it says why not", (name, type) => {
    const off = { [name]: { enabled: false, reason: "Another account watches." } };

    expect(infrastructureOf({}).json.resource).toHaveProperty(type);
    expect(infrastructureOf(off).json.resource).not.toHaveProperty(type);
  });

  it("without the flow monitor's agent has neither monitor nor role for it", () => {
    const addresses = infrastructureOf({
      cluster: { eksAddons: { "aws-network-flow-monitoring-agent": false } },
    }).addresses();

    expect(addresses.filter((address) => /flow-?monitor|network-flow/.test(address))).toEqual([]);
  });

  it.each([
    ["ecr", ["endpoints_ecr-api", "endpoints_ecr-dkr"]],
    ["secretsManager", ["endpoints_secretsmanager"]],
    ["s3", ["endpoints_s3"]],
  ])("can do without the %s endpoints alone", (name, gone) => {
    const endpointsWith = (endpoints: object) =>
      Object.keys(
        infrastructureOf({ network: { vpc: testEnvironment.network.vpc, endpoints } }).json.resource
          .aws_vpc_endpoint,
      );

    expect(endpointsWith({}).filter((id) => !endpointsWith({ [name]: false }).includes(id))).toEqual(gone);
  });

  it("can have endpoints for further services", () => {
    const { endpoints_sts: endpoint } = infrastructureOf({
      cluster: { endpoints: { others: ["sts"] } },
    }).json.resource.aws_vpc_endpoint;

    expect(endpoint).toMatchObject({
      service_name: "com.amazonaws.eu-west-1.sts",
      private_dns_enabled: true,
    });
  });

  it("can make do with one NAT gateway, through which every zone goes out", () => {
    const { aws_nat_gateway: gateways, aws_route: routes } = infrastructureOf({ cluster: { nat: "single" } })
      .json.resource;
    const out = Object.values(routes as Record<string, Block>).filter((route) => route.nat_gateway_id);

    expect(Object.keys(gateways)).toEqual(["network_nat-a"]);
    expect(new Set(out.map((route) => route.nat_gateway_id))).toEqual(
      new Set(["${aws_nat_gateway.network_nat-a.id}"]),
    );
    expect(out).toHaveLength(6);
  });

  it("can have a node group per zone, each in its own subnet", () => {
    const { aws_eks_node_group: groups } = infrastructureOf({
      cluster: { nodeGroups: { arm: { perZone: true, size: { min: 1, desired: 1, max: 4 } } } },
    }).json.resource;

    expect(
      Object.fromEntries(
        Object.entries(groups as Record<string, Block>).map(([id, group]) => [id, group.subnet_ids]),
      ),
    ).toEqual(
      Object.fromEntries(
        ["a", "b", "c"].map((zone) => [
          `node-group-arm-${zone}_nodes`,
          [`\${aws_subnet.network_private-${zone}_subnet.id}`],
        ]),
      ),
    );
  });

  it("lets the add-ons that EKS waits for start on nodes with the start-up taint", () => {
    const addons = (startupTaint: boolean) =>
      infrastructureOf({ cluster: { podsStartOpen, nodeGroups: { "arm-green": { startupTaint } } } }).named(
        EksAddon,
      );

    expect(addons(false).addons_coredns!.configuration_values).toBeUndefined();
    expect(JSON.parse(addons(true).addons_coredns!.configuration_values)).toMatchObject({
      tolerations: expect.arrayContaining([
        { key: "ebs.csi.aws.com/agent-not-ready", effect: "NoExecute", operator: "Exists" },
      ]),
    });
  });

  it("can configure an add-on of EKS, over what the platform sets", () => {
    const env = { ENABLE_PREFIX_DELEGATION: "true" };
    const cni = infrastructureOf({
      cluster: { eksAddons: { "vpc-cni": { configuration: { env } } } },
    }).named(EksAddon)["addons-before-nodes_vpc-cni"]!;

    expect(JSON.parse(cni.configuration_values)).toEqual({
      enableNetworkPolicy: "true",
      env: { ...env, NETWORK_POLICY_ENFORCING_MODE: "strict" },
    });
  });

  it("that shares its name with another is refused", () => {
    expect(() => stacksOf(testEnvironment, testEnvironment)).toThrow(
      "stack tfc-aws-config-production: expected one stack of this name, got two; give each environment its own name",
    );
  });
});

describe("the first nodes of a cluster", () => {
  const terraform = infrastructureOf({ cluster: { podsStartOpen } });
  const dependsOn = (name: string) => terraform.named(EksAddon)[name]?.depends_on as string[];

  it("find the network add-ons and Pod Identity there already", () => {
    expect(terraform.only(EksNodeGroup).depends_on).toEqual(
      expect.arrayContaining([
        "aws_eks_addon.addons-before-nodes_vpc-cni",
        "aws_eks_addon.addons-before-nodes_kube-proxy",
        "aws_eks_addon.addons-before-nodes_eks-pod-identity-agent",
      ]),
    );
  });

  it("have a role that may do what it must, and a way out of their subnet", () => {
    expect(terraform.only(EksNodeGroup).depends_on).toEqual(
      expect.arrayContaining([
        "aws_iam_role_policy_attachment.node-role_amazon-eks-worker-node-policy",
        "aws_iam_role_policy.node-role_permissions",
        "aws_route.network_private-a-nat",
      ]),
    );
  });

  it("are there before the add-ons that must run somewhere", () => {
    for (const name of [
      "coredns",
      "metrics-server",
      "kube-state-metrics",
      "aws-network-flow-monitoring-agent",
    ]) {
      expect(dependsOn(`addons_${name}`)).toContain("aws_eks_node_group.node-group-arm-green_nodes");
    }
  });
});
