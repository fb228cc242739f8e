import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { DisruptionBudgets } from "../../src/constructs/disruption-budgets";
import { Terraform, valuesOf } from "../support/terraform";

const releasesWith = (replicas: number) =>
  Terraform.of(
    (scope) =>
      new DisruptionBudgets(scope, "budgets", {
        namespace: "apps",
        addon: "dex",
        replicas,
        pods: { dex: { app: "dex" }, "dex-web": { app: "web" } },
      }),
  ).all(Release);

describe("DisruptionBudgets", () => {
  it("keep all but one of each part's replicas, and never a node with a crash-looping pod", () => {
    const [release] = releasesWith(3);

    expect(release).toMatchObject({ name: "dex-disruption-budgets", namespace: "apps" });
    expect(valuesOf(release!).objects).toEqual(
      [
        { name: "dex", matchLabels: { app: "dex" } },
        { name: "dex-web", matchLabels: { app: "web" } },
      ].map(({ name, matchLabels }) => ({
        apiVersion: "policy/v1",
        kind: "PodDisruptionBudget",
        metadata: { name },
        spec: { minAvailable: 2, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: { matchLabels } },
      })),
    );
  });

  it("are none for a single replica, whose node could never be drained", () => {
    expect(releasesWith(1)).toEqual([]);
  });
});
