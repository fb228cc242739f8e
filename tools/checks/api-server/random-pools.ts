import fc from "fast-check";
import { prod } from "../../../examples/cloud-posse/environments";
import { organisation as settings } from "../../../examples/cloud-posse/organisation";
import { KARPENTER_KINDS, nodePool } from "../../../src/addons/karpenter/node-pool";
import { nodeClass } from "../../../src/addons/karpenter/node-class";
import type { KarpenterCompute } from "../../../src/settings/cluster/compute/compute";
import type { NodeClassSettings, NodePoolSettings } from "../../../src/settings/cluster/compute/schema";
import { checkEnvironments } from "../../../src/settings/define/environments";
import { defineOrganisation } from "../../../src/settings/define/organisation";
import type { JsonMap } from "../../terraform-json/json-map";

/** Pools and classes of a cluster, as its author writes them. */
export interface RandomPools {
  readonly nodePools: Readonly<Record<string, NodePoolSettings>>;
  readonly nodeClasses: Readonly<Record<string, NodeClassSettings>>;
}

const near = (least: number, most: number) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(least - 1, most + 1) },
    { weight: 20, arbitrary: fc.constantFrom(least, most) },
    { weight: 20, arbitrary: fc.integer({ min: least, max: most }) },
  );

/** Some of the choices, each once. */
const someOf = <T>(choices: readonly T[]) => fc.subarray([...choices], { minLength: 1 });

/** Keys of labels: mostly ordinary ones, and those of Karpenter, EKS and Kubernetes. */
const key = fc.oneof(
  {
    weight: 7,
    arbitrary: fc.constantFrom(
      "pool",
      "acme.example/pool",
      "UPPER_case.1",
      "a".repeat(63),
      `${"a.".repeat(125)}io/${"b".repeat(63)}`,
      "node.kubernetes.io/pool",
      "kubelet.kubernetes.io/pool",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "karpenter.sh/pool",
      "karpenter.sh/nodepool",
      "sub.karpenter.sh/pool",
      "karpenter.k8s.aws/instance-family",
      "karpenter.k8s.aws/ec2nodeclass",
      "kubernetes.io/hostname",
      "topology.kubernetes.io/zone",
      "node.kubernetes.io/instance-type",
      "node-restriction.kubernetes.io/pool",
      "beta.kubernetes.io/os",
      "eks.amazonaws.com/nodegroup",
      "kops.k8s.io/pool",
    ),
  },
);
const value = fc.constantFrom("", "a", "A-1_b.c", "v".repeat(63), "true");

const pool: fc.Arbitrary<NodePoolSettings> = fc.record(
  {
    architectures: someOf(["arm64", "amd64"] as const),
    capacityTypes: someOf(["on-demand", "spot"] as const),
    categories: someOf([..."abcdefghijklmnopqrstuvwxyz", "inf", "trn", "hpc"]),
    oldestGeneration: near(1, 20),
    limits: fc.record({ cpu: near(1, 100_000), memoryGib: near(1, 1_000_000) }),
    labels: fc.dictionary(key, value, { maxKeys: 3, noNullPrototype: true }),
    taints: fc.array(
      fc.record(
        { key, value, effect: fc.constantFrom("NoSchedule", "NoExecute", "PreferNoSchedule") },
        { requiredKeys: ["key", "effect"] },
      ),
      { maxLength: 3 },
    ),
    weight: near(1, 100),
    disruption: fc.record(
      {
        when: fc.constantFrom("WhenEmpty", "WhenEmptyOrUnderutilized"),
        afterSeconds: near(0, 86_400),
        percentAtOnce: near(1, 100),
      },
      { requiredKeys: [] },
    ),
    expireAfterHours: near(1, 8_760),
  },
  { requiredKeys: ["limits"] },
);

const name = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom("arm", "a", `p${"-1".repeat(19)}`) },
  { weight: 1, arbitrary: fc.constantFrom("0", "x.y", "p".repeat(41), "Upper", "under_score", "default") },
);

/** One or two pools of one class. Rules refuse many of them. */
export const randomPools: fc.Arbitrary<RandomPools> = fc
  .record({
    pools: fc.dictionary(name, pool, { minKeys: 1, maxKeys: 2, noNullPrototype: true }),
    className: name,
    image: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(undefined, "al2023@v20260714", "bottlerocket@v1.62.0") },
      { weight: 1, arbitrary: fc.constantFrom("al2@v20260714", "windows2022@v1", "al2023", "al2023@") },
    ),
    diskGib: fc.option(near(20, 16_384), { nil: undefined }),
  })
  .map(({ pools, className, image, diskGib }) => ({
    nodePools: pools,
    nodeClasses: {
      [className]: { ...(image !== undefined && { image }), ...(diskGib !== undefined && { diskGib }) },
    },
  }));

const organisation = defineOrganisation(settings);

/** Objects that Karpenter gets for pools; `undefined` for those that a rule refuses. */
export function objectsFor(pools: RandomPools): readonly JsonMap[] | undefined {
  const [[cluster, own]] = Object.entries(prod.clusters) as [[string, (typeof prod.clusters)[string]]];
  const compute = { kind: "karpenter", controller: "node-groups", ...pools } as const;
  const environment = { ...prod, clusters: { [cluster]: { ...own, compute } } };
  const { problems, value } = checkEnvironments([environment], organisation);
  if (problems.length > 0) {
    return undefined;
  }
  const { nodeClasses, nodePools } = value[0]!.clusters[0]!.cluster.compute as KarpenterCompute;
  return [
    ...Object.entries(nodeClasses).map(([name, one]) => nodeClass(name, one, PLACE)),
    ...Object.entries(nodePools).map(([name, one]) => nodePool(name, one, KARPENTER_KINDS)),
  ] as unknown as JsonMap[];
}

const PLACE = {
  instanceProfile: "acme-nodes",
  subnetIds: ["subnet-00000000000000000"],
  securityGroupId: "sg-00000000000000000",
  tags: { Environment: "prod" },
  podsReachMetadata: false,
};
