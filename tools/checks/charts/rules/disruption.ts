import type { Json } from "../../../../src/output/leaves";
import { type JsonMap, textOf } from "../../../terraform-json/json-map";
import { mapAt, nameOf, selects } from "../objects";
import type { Rule } from "../rendered";
import type { Workload } from "../workloads";

/**
 * Refuses disruption budgets that hold up the draining of a node, or that let several replicas go at a time.
 */
export const nodesCanBeDrained: Rule = ({ objects, workloads }) => {
  const budgets = objects
    .filter(({ kind }) => kind === "PodDisruptionBudget")
    .map((object) => ({ name: nameOf(object), spec: mapAt(object, "spec") }));

  return [
    ...workloads
      .filter(({ replicas = 1 }) => replicas > 1)
      .flatMap((workload) => unprotected(workload, budgets)),
    ...budgets.flatMap((budget) => useless(budget, workloads)),
  ];
};

interface Budget {
  readonly name: string;
  readonly spec: JsonMap;
}

const isFor = ({ spec }: Budget, { labels }: Workload): boolean => selects(mapAt(spec, "selector"), labels);

function unprotected(workload: Workload, budgets: readonly Budget[]): string[] {
  const own = budgets.filter((budget) => isFor(budget, workload));
  const { name, replicas } = workload;
  return own.length === 1
    ? []
    : [`${name}: expected one PodDisruptionBudget for its ${replicas} copies, got ${own.length}`];
}

function useless(budget: Budget, workloads: readonly Workload[]): string[] {
  const own = workloads.filter((workload) => isFor(budget, workload));
  if (own.length === 0) {
    return [`${budget.name}: selects no pods of its release`];
  }
  return own.flatMap(({ name, replicas }) => {
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

/** Replicas that may be gone at once. Kubernetes rounds both the kept and the missing number up. */
function disruptionsAllowed({ minAvailable, maxUnavailable }: JsonMap, replicas: number): number {
  const count = (value: Json) =>
    /%$/.test(textOf(value)) ? Math.ceil((parseFloat(textOf(value)) / 100) * replicas) : Number(value);
  if (minAvailable !== undefined) {
    return replicas - count(minAvailable);
  }
  return Math.min(replicas, count(maxUnavailable ?? 1));
}
