import { z } from "zod";
import { exactObject, listOf, namedValues } from "../../checking/exact-object";

const text = z.string();
const number = z.number();

const TAINT = exactObject({
  key: text,

  /** @default - none */
  value: text.optional(),
  effect: z.enum(["NoSchedule", "NoExecute", "PreferNoSchedule"]),
});

/** Kind of nodes that a controller makes, and how many of them. */
const NODE_POOL = exactObject({
  /**
   * Node class of its nodes.
   *
   * @default - the only class
   */
  nodeClass: text.optional(),

  /** @default - arm64 */
  architectures: listOf(z.enum(["arm64", "amd64"])).optional(),

  /**
   * Ways to pay. Spot instances cost less and go with two minutes' notice.
   *
   * @default - on-demand
   */
  capacityTypes: listOf(z.enum(["on-demand", "spot"])).optional(),

  /**
   * Letters that instance families begin with: `c`, `m`, `r`, `g`.
   *
   * @default - c, m and r
   */
  categories: listOf(text).optional(),

  /**
   * Oldest generation of instance families.
   *
   * @default 6
   */
  oldestGeneration: number.optional(),

  /** Most that all nodes of the pool have together. Without a limit, a workload that grows makes nodes until the account's quota ends. */
  limits: exactObject({ cpu: number, memoryGib: number }),

  /**
   * Labels by which pods choose these nodes.
   *
   * @default - none but the controller's
   */
  labels: namedValues(text).optional(),

  /** @default - none */
  taints: listOf(TAINT).optional(),

  /**
   * Rank among the pools that fit a pod, from 1 to 100: the controller takes the highest.
   *
   * @default - none
   */
  weight: number.optional(),

  /** Removal of nodes that the cluster can do without. */
  disruption: exactObject({
    /**
     * Nodes that go: those without pods, or also those whose pods fit elsewhere.
     *
     * @default "WhenEmptyOrUnderutilized"
     */
    when: z.enum(["WhenEmpty", "WhenEmptyOrUnderutilized"]).optional(),

    /**
     * Seconds without a change of its pods before a node may go.
     *
     * @default 60
     */
    afterSeconds: number.optional(),

    /**
     * Percentage of the pool's nodes that may go at the same time.
     *
     * @default 10
     */
    percentAtOnce: number.optional(),
  }).optional(),

  /**
   * Hours after which a node is replaced.
   *
   * @default 336
   */
  expireAfterHours: number.optional(),
});

/** Machines of Karpenter's nodes: image and disk. */
const NODE_CLASS = exactObject({
  /**
   * Image and its release, such as `al2023@v20260714` or `bottlerocket@v<release>`. Another one replaces every node of the
   * class, as many at once as its pools allow.
   *
   * @default - Amazon Linux 2023 in the release on record for the cluster's minor
   */
  image: text.optional(),

  /**
   * Size of each node's disk.
   *
   * @default 60
   */
  diskGib: number.optional(),
});

/** Nodes in groups of a fixed kind, which the cluster autoscaler makes larger and smaller. */
const NODE_GROUPS = exactObject({
  kind: z.literal("node-groups"),

  /**
   * Says that the cluster had EKS Auto Mode. Its switches are then written as off: EKS would leave them on.
   *
   * @default false
   */
  afterAutoMode: z.boolean().optional(),
});

/** Nodes that Karpenter makes for the pods that wait. */
const KARPENTER = exactObject({
  kind: z.literal("karpenter"),

  /**
   * Place of the controller, which needs a node before it can make one: Fargate, with CoreDNS and EKS's other
   * Deployments beside it, or the cluster's node groups.
   */
  controller: z.enum(["fargate", "node-groups"]),

  /**
   * Machines of its nodes, by name.
   *
   * @default - one class, `default`
   */
  nodeClasses: namedValues(NODE_CLASS).optional(),

  /** Kinds of nodes, by name. */
  nodePools: namedValues(NODE_POOL),

  /**
   * Says that the cluster had EKS Auto Mode. Its switches are then written as off: EKS would leave them on.
   *
   * @default false
   */
  afterAutoMode: z.boolean().optional(),
});

/** Pool of Auto Mode: machines are EKS's, so it names no class. */
const AUTO_POOL = exactObject(NODE_POOL.unwrap().omit({ nodeClass: true }).shape);

/** Nodes that EKS makes, patches and replaces itself: EKS Auto Mode. */
const AUTO = exactObject({
  kind: z.literal("auto"),

  /**
   * Pools that EKS keeps: `system` for add-ons, `general-purpose` for all else. Their pods start with a network, whatever
   * the cluster says.
   *
   * @default - none
   */
  builtInPools: listOf(z.enum(["system", "general-purpose"])).optional(),

  /**
   * Kinds of nodes of the cluster's own, by name.
   *
   * @default - none
   */
  nodePools: namedValues(AUTO_POOL).optional(),
});

/** Schema of the nodes of a cluster: a closed union by `kind`. */
export const COMPUTE = z.union([NODE_GROUPS, KARPENTER, AUTO]);

/** Nodes of a cluster, as its author writes them. */
export type ComputeSettings = z.output<typeof COMPUTE>;
export type NodePoolSettings = z.output<typeof NODE_POOL>;
export type NodeClassSettings = z.output<typeof NODE_CLASS>;
