import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { CHART } from "../../../src/addons/karpenter/chart";
import { Karpenter, type KarpenterProps } from "../../../src/addons/karpenter/karpenter";
import { CHART as CRD_CHART } from "../../../src/addons/karpenter-crd/chart";
import { type KarpenterCompute, computeWithDefaults } from "../../../src/settings/cluster/compute/compute";
import type { ComputeSettings } from "../../../src/settings/cluster/compute/schema";
import { cluster, podIdentityCluster } from "../../support/fixtures";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const limits = { cpu: 64, memoryGib: 256 };

const computeOf = (settings: Partial<Extract<ComputeSettings, { kind: "karpenter" }>> = {}) =>
  computeWithDefaults(
    { kind: "karpenter", controller: "fargate", nodePools: { arm: { limits } }, ...settings },
    "1.36",
  ) as KarpenterCompute;

const karpenter = (props: Partial<KarpenterProps> = {}) =>
  Terraform.of(
    (scope) =>
      new Karpenter(scope, "karpenter", {
        cluster,
        accountId: "123456789012",
        compute: computeOf(),
        nodeRoleName: "govuk-karpenter-node",
        queueName: "govuk-karpenter",
        isolated: false,
        podsHaveSubnets: false,
        namespace: "kube-system",
        replicas: 3,
        place: {
          instanceProfile: "govuk-karpenter-node",
          subnetIds: ["subnet-a", "subnet-b"],
          securityGroupId: "sg-nodes",
          tags: { product: "platform" },
          podsReachMetadata: false,
        },
        ...props,
      }),
  );

const valuesWith = (props?: Partial<KarpenterProps>) =>
  valuesOf(karpenter(props).named(Release)["karpenter_release"]!);
const objectsWith = (props?: Partial<KarpenterProps>) =>
  valuesOf(karpenter(props).named(Release)["karpenter_pools"]!).objects as Block[];
const poolWith = (pool: object) =>
  objectsWith({ compute: computeOf({ nodePools: { arm: { limits, ...pool } } }) }).find(
    ({ kind }) => kind === "NodePool",
  )!;
const classOf = (nodeClass: object, place: object = {}) =>
  objectsWith({
    compute: computeOf({ nodeClasses: { default: nodeClass } }),
    place: {
      instanceProfile: "p",
      subnetIds: [],
      securityGroupId: "s",
      tags: {},
      podsReachMetadata: false,
      ...place,
    },
  }).find(({ kind }) => kind === "EC2NodeClass")!;

describe("Karpenter's controller", () => {
  it("is told its cluster and the queue of notices", () => {
    expect(valuesWith().settings).toMatchObject({
      clusterName: "govuk",
      interruptionQueue: "govuk-karpenter",
      isolatedVPC: false,
    });
  });

  it("asks for no prices in a VPC without a way to the internet", () => {
    expect(valuesWith({ isolated: true }).settings.isolatedVPC).toBe(true);
  });

  it("gets its role by IRSA on Fargate, where no agent of Pod Identity runs", () => {
    const onFargate = karpenter({ cluster: podIdentityCluster });
    const onNodes = karpenter({
      cluster: podIdentityCluster,
      compute: computeOf({ controller: "node-groups" }),
    });

    expect(onFargate.all(EksPodIdentityAssociation)).toEqual([]);
    expect(onNodes.all(EksPodIdentityAssociation)).toHaveLength(1);
  });

  it("looks names up without CoreDNS on Fargate, and with it on nodes, whose policies know no other", () => {
    expect(valuesWith().dnsPolicy).toBe("Default");
    expect(valuesWith({ compute: computeOf({ controller: "node-groups" }) }).dnsPolicy).toBe("ClusterFirst");
  });

  it("runs in as many replicas as the environment says", () => {
    expect(valuesWith().replicas).toBe(3);
    expect(valuesWith({ replicas: 1 }).replicas).toBe(1);
  });

  it("is spread over nodes, and starts where there are fewer of them than replicas", () => {
    const { affinity, topologySpreadConstraints } = valuesWith();

    expect(affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution).toEqual([]);
    expect(topologySpreadConstraints).toEqual(
      ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) =>
        expect.objectContaining({ topologyKey, whenUnsatisfiable: "ScheduleAnyway" }),
      ),
    );
  });

  it("is of the release of its kinds", () => {
    expect(CRD_CHART.version).toBe(CHART.version);
  });

  it("leaves its kinds to the release that upgrades them", () => {
    expect(karpenter().named(Release)["karpenter_release"]).toMatchObject({ skip_crds: true });
  });

  it("may start and end no instance without its cluster's tags", () => {
    const statements = JSON.parse(karpenter().only(IamRolePolicy).policy).Statement as Block[];
    const ofInstances = statements.filter(
      ({ Action, Resource }) =>
        (Action as string[]).some((action) => /RunInstances|TerminateInstances|DeleteLaunch/.test(action)) &&
        (Resource as string[]).some((arn) => /:(instance|launch-template)\//.test(arn)),
    );

    expect(ofInstances).toHaveLength(3);
    for (const { Condition } of ofInstances) {
      expect(JSON.stringify(Condition)).toContain('kubernetes.io/cluster/govuk":"owned');
    }
  });

  it("hands instances the role of its nodes and no other", () => {
    const statements = JSON.parse(karpenter().only(IamRolePolicy).policy).Statement as Block[];

    expect(statements.filter(({ Action }) => Action.includes("iam:PassRole"))).toEqual([
      {
        Effect: "Allow",
        Action: ["iam:PassRole"],
        Resource: ["arn:aws:iam::123456789012:role/govuk-karpenter-node"],
        Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
      },
    ]);
  });
});

describe("Karpenter's pools", () => {
  it("come after the controller", () => {
    expect(karpenter().named(Release)["karpenter_pools"]!.depends_on).toEqual([
      "helm_release.karpenter_release",
    ]);
  });

  it("have their limits", () => {
    expect(poolWith({}).spec.limits).toEqual({ cpu: "64", memory: "256Gi" });
  });

  it("take ARM, on demand, of recent families, unless told otherwise", () => {
    expect(poolWith({}).spec.template.spec.requirements).toEqual([
      { key: "kubernetes.io/os", operator: "In", values: ["linux"] },
      { key: "kubernetes.io/arch", operator: "In", values: ["arm64"] },
      { key: "karpenter.sh/capacity-type", operator: "In", values: ["on-demand"] },
      { key: "karpenter.k8s.aws/instance-category", operator: "In", values: ["c", "m", "r"] },
      { key: "karpenter.k8s.aws/instance-generation", operator: "Gt", values: ["5"] },
    ]);
  });

  it("lose nodes as slowly as their settings say", () => {
    const { spec } = poolWith({
      disruption: { when: "WhenEmpty", afterSeconds: 300, percentAtOnce: 50 },
      expireAfterHours: 72,
    });

    expect(spec.disruption).toEqual({
      consolidationPolicy: "WhenEmpty",
      consolidateAfter: "300s",
      budgets: [{ nodes: "50%" }],
    });
    expect(spec.template.spec.expireAfter).toBe("72h");
  });

  it("mark their nodes with labels and taints", () => {
    const { template } = poolWith({
      labels: { "example.org/pool": "batch" },
      taints: [{ key: "example.org/batch", value: "", effect: "NoSchedule" }],
    }).spec;

    expect(template.metadata.labels).toEqual({ "example.org/pool": "batch" });
    expect(template.spec.taints).toEqual([{ key: "example.org/batch", effect: "NoSchedule" }]);
  });
});

describe("Karpenter's node classes", () => {
  it("have the release on record of Amazon Linux for the cluster's minor", () => {
    expect(classOf({}).spec.amiSelectorTerms).toEqual([{ alias: expect.stringMatching(/^al2023@v\d{8}$/) }]);
  });

  it("put nodes into the cluster's subnets and group by their ids, not by tags that others may have", () => {
    const { spec } = classOf({}, { subnetIds: ["subnet-a", "subnet-b"], securityGroupId: "sg-nodes" });

    expect(spec.subnetSelectorTerms).toEqual([{ id: "subnet-a" }, { id: "subnet-b" }]);
    expect(spec.securityGroupSelectorTerms).toEqual([{ id: "sg-nodes" }]);
  });

  it("encrypt the disks, of which Bottlerocket has two", () => {
    const disks = (nodeClass: object) =>
      (classOf(nodeClass).spec.blockDeviceMappings as Block[]).map(({ deviceName, ebs }) => [
        deviceName,
        ebs.volumeSize,
        ebs.encrypted,
      ]);

    expect(disks({ diskGib: 100 })).toEqual([["/dev/xvda", "100Gi", true]]);
    expect(disks({ image: "bottlerocket@v1.2.3" })).toEqual([
      ["/dev/xvda", "4Gi", true],
      ["/dev/xvdb", "60Gi", true],
    ]);
  });

  it("keep the metadata of a node from its pods, unless the cluster opens it", () => {
    expect(classOf({}).spec.metadataOptions).toMatchObject({
      httpTokens: "required",
      httpPutResponseHopLimit: 1,
    });
    expect(classOf({}, { podsReachMetadata: true }).spec.metadataOptions.httpPutResponseHopLimit).toBe(2);
  });
});
