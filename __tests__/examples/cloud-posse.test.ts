import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { EksFargateProfile } from "@cdktf/provider-aws/lib/eks-fargate-profile";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { IamServiceLinkedRole } from "@cdktf/provider-aws/lib/iam-service-linked-role";
import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { Route } from "@cdktf/provider-aws/lib/route";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { freightPlatform } from "../support/cloud-posse";
import { type Block, valuesOf } from "../support/terraform";

const [sandbox, preview, prod] = ["sandbox", "preview", "prod"].map(
  (environment) => freightPlatform[`cluster-infrastructure-${environment}`]!,
);
const servicesOf = (environment: string) =>
  freightPlatform[`cluster-services-${environment}`]!.named(Release);

describe("Karpenter on Fargate", () => {
  it("begins without any node", () => {
    expect(preview!.all(EksNodeGroup)).toEqual([]);
  });

  it("runs what must run before the first node on Fargate", () => {
    expect(
      preview!.only(EksFargateProfile).selector.map(({ namespace, labels }: Block) => [namespace, labels]),
    ).toEqual([
      ["kube-system", { "app.kubernetes.io/name": "karpenter" }],
      ["kube-system", { "k8s-app": "kube-dns" }],
      ["kube-system", { "app.kubernetes.io/name": "metrics-server" }],
    ]);
  });

  it("tells CoreDNS so, which scales with the nodes", () => {
    const addons = freightPlatform["cluster-access-preview"]!.all(EksAddon);
    const coredns = addons.find(({ addon_name }) => addon_name === "coredns")!;

    expect(JSON.parse(coredns.configuration_values)).toEqual({
      computeType: "Fargate",
      autoScaling: { enabled: true, minReplicas: 2, maxReplicas: 10 },
    });
  });

  it("admits the nodes, and makes the role for spot instances", () => {
    expect(preview!.all(EksAccessEntry).map(({ type }) => type)).toEqual(["EC2_LINUX"]);
    expect(preview!.all(IamServiceLinkedRole).map((role) => role.aws_service_name)).toEqual([
      "spot.amazonaws.com",
    ]);
  });

  it("hears of instances that are about to go, from its own rules alone", () => {
    const patterns = preview!
      .all(CloudwatchEventRule)
      .map(({ event_pattern }) => JSON.parse(event_pattern)["detail-type"]?.[0] as string | undefined);
    const [send, refuse] = JSON.parse(preview!.only(SqsQueuePolicy).policy).Statement as Block[];

    expect(patterns).toEqual(
      expect.arrayContaining([
        "AWS Health Event",
        "EC2 Spot Instance Interruption Warning",
        "EC2 Instance Rebalance Recommendation",
        "EC2 Instance State-change Notification",
        "EC2 Capacity Reservation Instance Interruption Warning",
      ]),
    );
    expect(send!.Condition.ArnEquals["aws:SourceArn"]).toHaveLength(5);
    expect(refuse).toMatchObject({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } });
  });

  it("starts beside everything with pods, which waits for nodes as Helm waits for it", () => {
    const releases = servicesOf("preview");

    expect(releases["karpenter_release"]!.depends_on).toContain("helm_release.karpenter-crd_release");
    for (const name of [
      "external-dns_release",
      "external-secrets_release",
      "kube-prometheus-stack_release",
    ]) {
      expect(releases[name]!.depends_on).not.toContain("helm_release.karpenter_pools");
    }
  });

  it("leaves the autoscaler out", () => {
    expect(Object.keys(servicesOf("preview"))).not.toContain("cluster-autoscaler_release");
  });
});

describe("Karpenter on node groups", () => {
  it("has three small nodes for its controller, and nothing on Fargate", () => {
    expect(prod!.only(EksNodeGroup).scaling_config).toEqual({ min_size: 3, desired_size: 3, max_size: 4 });
    expect(prod!.all(EksFargateProfile)).toEqual([]);
  });
});

describe("EKS Auto Mode", () => {
  it("has its three switches together", () => {
    expect(sandbox!.only(EksCluster)).toMatchObject({
      compute_config: { enabled: true },
      kubernetes_network_config: { elastic_load_balancing: { enabled: true } },
      storage_config: { block_storage: { enabled: true } },
    });
  });

  it("has none of the add-ons that it replaces", () => {
    const addons = ["cluster-infrastructure-sandbox", "cluster-access-sandbox"].flatMap((id) =>
      freightPlatform[id]!.all(EksAddon).map(({ addon_name }) => addon_name as string),
    );

    expect(addons).toEqual(["aws-network-flow-monitoring-agent"]);
    expect(Object.keys(servicesOf("sandbox"))).not.toContain("aws-ebs-csi-driver_release");
  });

  it("admits the nodes of pools of the cluster's own", () => {
    expect(sandbox!.all(EksAccessEntry).map(({ type }) => type)).toEqual(["EC2"]);
  });

  it("makes volumes of the class that add-ons ask for, and an Ingress class beside the controller's", () => {
    const objects = valuesOf(servicesOf("sandbox")["auto-mode_objects"]!).objects as Block[];
    const names = (kind: string) =>
      objects.filter((one) => one.kind === kind).map(({ metadata }) => metadata.name);

    expect(names("StorageClass")).toEqual(["ebs-gp3"]);
    expect(names("IngressClass")).toEqual(["auto-alb"]);
    expect(names("NodePool")).toEqual(["arm"]);
  });

  it("gives pods addresses of subnets of their own, with the cluster's security group", () => {
    const [nodeClass] = (valuesOf(servicesOf("sandbox")["auto-mode_objects"]!).objects as Block[]).filter(
      ({ kind }) => kind === "NodeClass",
    );
    const [first, ...others] = nodeClass!.spec.podSubnetSelectorTerms as Block[];

    expect(others).toHaveLength(2);
    expect(first!.id).toContain("pod_subnets");
    expect(nodeClass!.spec.podSecurityGroupSelectorTerms).toEqual(nodeClass!.spec.securityGroupSelectorTerms);
  });

  it("brings its own metrics-server, which waits for the pools", () => {
    expect(servicesOf("sandbox")["metrics-server_release"]!.depends_on).toContain(
      "helm_release.auto-mode_objects",
    );
  });
});

describe("a cluster in subnets of others", () => {
  const depot = freightPlatform["cluster-infrastructure-depot"]!;

  it("makes no subnet, route, gateway or endpoint, and runs its nodes in those that exist", () => {
    const types = Object.keys(depot.json.resource);

    expect(
      types.filter((type) => /subnet|route_table|aws_route$|nat_gateway|vpc_endpoint/.test(type)),
    ).toEqual([]);
    expect(depot.named(EksNodeGroup)["node-group-arm-green_nodes"]!.subnet_ids).toEqual([
      "${data.aws_subnet.network_private-a.id}",
      "${data.aws_subnet.network_private-b.id}",
    ]);
  });
});

describe("pods in subnets of their own", () => {
  const cni = prod!.all(EksAddon).find(({ addon_name }) => addon_name === "vpc-cni")!;
  const { env, eniConfig } = JSON.parse(cni.configuration_values) as Block;

  it("have addresses of the subnet in the zone of their node, with the cluster's security group", () => {
    expect(env).toEqual({
      ENABLE_PREFIX_DELEGATION: "true",
      WARM_PREFIX_TARGET: "1",
      AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "true",
      ENI_CONFIG_LABEL_DEF: "topology.kubernetes.io/zone",
      NETWORK_POLICY_ENFORCING_MODE: "strict",
    });
    expect(eniConfig.subnets["eu-central-1b"]).toEqual({
      id: "${aws_subnet.network_pods-b_subnet.id}",
      securityGroups: ["${aws_eks_cluster.eks_cluster.vpc_config[0].cluster_security_group_id}"],
    });
  });

  it("have no way out of their own", () => {
    expect(Object.keys(prod!.named(Route)).filter((name) => name.includes("pods"))).toEqual([]);
  });

  it("may call the endpoints of the VPC, and policies know their addresses", () => {
    expect(
      Object.keys(prod!.named(VpcSecurityGroupIngressRule)).filter((name) => name.includes("pods")),
    ).toHaveLength(3);
    expect(JSON.stringify(freightPlatform["cluster-access-prod"]!.json)).toContain("100.64.64.0/18");
  });

  it("leave the first interface of a node to it, as Karpenter counts", () => {
    expect(valuesOf(servicesOf("prod")["karpenter_release"]!).settings.reservedENIs).toBe("1");
    expect(valuesOf(servicesOf("preview")["karpenter_release"]!).settings).not.toHaveProperty("reservedENIs");
  });
});
