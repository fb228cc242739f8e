import { describe, expect, it } from "vitest";
import { disruptionProblems } from "../../../checks/charts/disruption";
import { deployment, rendered } from "../../../../__tests__/support/rendered";

describe("draining nodes", () => {
  const budget = (spec: string, app = "dex", policy = "AlwaysAllow") =>
    `---\n{ apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: { name: b }, spec: { selector: { matchLabels: { app: ${app} } }, unhealthyPodEvictionPolicy: ${policy}, ${spec} } }\n`;
  const problems = (yaml: string) => disruptionProblems([rendered(yaml)], []);

  it.each(["minAvailable: 2", "maxUnavailable: 1", 'maxUnavailable: "50%"', 'minAvailable: "50%"'])(
    "is possible with %s of three copies",
    (spec) => {
      expect(problems(deployment({ replicas: 3 }) + budget(spec))).toEqual([]);
    },
  );

  it("needs one budget for several copies", () => {
    expect(problems(deployment({ replicas: 3 }))).toEqual([
      "Deployment dex: expected one PodDisruptionBudget for its 3 copies, got 0",
    ]);
    expect(
      problems(deployment({ replicas: 3 }) + budget("minAvailable: 2") + budget("maxUnavailable: 1")),
    ).toEqual(["Deployment dex: expected one PodDisruptionBudget for its 3 copies, got 2"]);
  });

  it("is held up by a budget that keeps every copy", () => {
    const problem =
      "PodDisruptionBudget b: keeps every copy of Deployment dex, so that its nodes are never drained";

    expect(problems(deployment() + budget("minAvailable: 1"))).toEqual([problem]);
    expect(problems(deployment({ replicas: 3 }) + budget('minAvailable: "90%"'))).toEqual([problem]);
  });

  it("takes not all copies at once", () => {
    expect(problems(deployment({ replicas: 3 }) + budget("maxUnavailable: 3"))).toEqual([
      "PodDisruptionBudget b: lets all copies of Deployment dex go at once",
    ]);
  });

  it("is not governed by a budget for nobody", () => {
    expect(problems(deployment() + budget("minAvailable: 1", "deks"))).toEqual([
      "PodDisruptionBudget b: selects no pods of its namespace",
    ]);
  });

  it("may find the pods of a budget in another release of the namespace, and nowhere else", () => {
    const pods = rendered(deployment({ replicas: 3 }));
    const budgets = rendered(budget("minAvailable: 2"));
    const elsewhere = { ...budgets, release: { ...budgets.release, namespace: "monitoring" } };

    expect(disruptionProblems([pods, budgets], [])).toEqual([]);
    expect(disruptionProblems([pods, elsewhere], [])).toHaveLength(2);
  });

  it("misses no pods of a chart that was not rendered", () => {
    const { release, ...rest } = rendered(budget("minAvailable: 2"));

    expect(disruptionProblems([{ release, ...rest }], [release])).toEqual([]);
  });

  it.each(["karpenter", "gatekeeper-controller-manager"])(
    "has to do with the budget %s of a chart that can write no policy",
    (name) => {
      const ofChart = budget("maxUnavailable: 1", "dex", "null").replace("name: b ", `name: ${name} `);

      expect(problems(deployment({ replicas: 3 }) + ofChart)).toEqual([]);
    },
  );

  it.each(["IfHealthyBudget", "null"])("is held up by crash-looping pods under the policy %s", (policy) => {
    expect(problems(deployment({ replicas: 3 }) + budget("minAvailable: 2", "dex", policy))).toEqual([
      expect.stringMatching(/^PodDisruptionBudget b: expected unhealthyPodEvictionPolicy: AlwaysAllow, got /),
    ]);
  });
});
