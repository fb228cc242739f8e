import type { Json } from "../../../src/output/leaves";
import { type JsonMap, textOf } from "../../terraform-json/json-map";
import { mapAt, nameOf, selects } from "./objects";
import { objectsOf, type PodsOfWorkload } from "./pods-of-workload";
import type { Rendered } from "./rendered";
import type { Release } from "./releases";

/**
 * Problems between the workloads of a cluster's releases and the disruption budgets: those that hold up the
 * draining of a node, and those that let all replicas go at a time.
 */
export function disruptionProblems(
  rendered: readonly Rendered[],
  notRendered: readonly Release[],
): readonly string[] {
  const budgets = objectsOf(rendered, "PodDisruptionBudget").map((object) => ({
    name: nameOf(object),
    namespace: textOf(object.metadata.namespace),
    spec: mapAt(object, "spec"),
  }));
  const pods = rendered.flatMap(({ release: { namespace }, workloads }) =>
    workloads.map((workload) => ({ namespace, workload })),
  );

  return [
    ...pods
      .filter(({ workload: { replicas = 1 } }) => replicas > 1)
      .flatMap((workload) => unprotected(workload, budgets)),
    ...budgets.flatMap((budget) => [
      ...wrongAbout(budget, pods, notRendered.length > 0),
      ...keepsUnhealthyPods(budget),
    ]),
  ];
}

interface Budget {
  readonly name: string;
  readonly namespace: string;
  readonly spec: JsonMap;
}

const isFor = (budget: Budget, { namespace, workload }: PodsOfWorkload): boolean =>
  budget.namespace === namespace && selects(mapAt(budget.spec, "selector"), workload.labels);

function unprotected(pods: PodsOfWorkload, budgets: readonly Budget[]): string[] {
  const own = budgets.filter((budget) => isFor(budget, pods));
  const { name, replicas } = pods.workload;
  return own.length === 1
    ? []
    : [`${name}: expected one PodDisruptionBudget for its ${replicas} copies, got ${own.length}`];
}

function wrongAbout(budget: Budget, pods: readonly PodsOfWorkload[], podsMayLack: boolean): string[] {
  const own = pods.filter((candidate) => isFor(budget, candidate));
  if (own.length === 0) {
    return podsMayLack ? [] : [`${budget.name}: selects no pods of its namespace`];
  }
  return own.flatMap(({ workload: { name, replicas } }) => {
    if (replicas === undefined) {
      return [];
    }
    const taken = disruptionsAllowed(budget.spec, replicas);
    if (taken < 1) {
      return [`${budget.name}: keeps every copy of ${name}, so that its nodes are never drained`];
    }
    return taken >= replicas && replicas > 1 ? [`${budget.name}: lets all copies of ${name} go at once`] : [];
  });
}

/**
 * Budgets of charts that can neither write the policy nor leave the budget out. With Kubernetes' default an
 * unhealthy pod of theirs can be evicted while enough others are healthy.
 */
const WITHOUT_POLICY: ReadonlySet<string> = new Set([
  "PodDisruptionBudget gatekeeper-controller-manager",
  "PodDisruptionBudget karpenter",
]);

function keepsUnhealthyPods({ name, spec }: Budget): string[] {
  const { unhealthyPodEvictionPolicy: policy } = spec;
  return policy === "AlwaysAllow" || WITHOUT_POLICY.has(name)
    ? []
    : [
        `${name}: expected unhealthyPodEvictionPolicy: AlwaysAllow, got ${textOf(policy ?? "none")}; a crash-looping pod holds up the draining of its node: set the chart's value, or write the budget with DisruptionBudgets`,
      ];
}

/** Replicas that may be gone at once. Kubernetes rounds both the kept and the missing number up. */
function disruptionsAllowed({ minAvailable, maxUnavailable }: JsonMap, replicas: number): number {
  const count = (value: Json) =>
    /%$/.test(textOf(value)) ? Math.ceil((parseFloat(textOf(value)) / 100) * replicas) : Number(value);
  if (minAvailable !== undefined) {
    return replicas - count(minAvailable);
  }
  return Math.min(replicas, count(maxUnavailable ?? 1));
}
