import { Construct } from "constructs";
import { disruptionBudget } from "./availability";
import { type Manifest, Manifests } from "./manifests";

export interface DisruptionBudgetsProps {
  readonly namespace: string;

  /** Name of the add-on's chart. */
  readonly addon: string;

  /** Replicas of each part. A single replica gets no budget. */
  readonly replicas: number;

  /** Labels of each part's pods, by name of the budget. */
  readonly pods: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * Disruption budgets of an add-on whose chart cannot write `unhealthyPodEvictionPolicy`. Switch the chart's own
 * budgets off: Kubernetes evicts no pod that two budgets select. They wait for nothing in the cluster.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy
 */
export class DisruptionBudgets extends Construct {
  constructor(scope: Construct, id: string, props: DisruptionBudgetsProps) {
    super(scope, id);
    const { namespace, addon, replicas, pods } = props;
    const { enabled, ...budget } = disruptionBudget(replicas);
    if (!enabled) {
      return;
    }
    new Manifests(this, "release", {
      namespace,
      releaseName: `${addon}-disruption-budgets`,
      objects: Object.entries(pods).map(([name, matchLabels]): Manifest => ({
        apiVersion: "policy/v1",
        kind: "PodDisruptionBudget",
        metadata: { name },
        spec: { ...budget, selector: { matchLabels } },
      })),
    });
  }
}
