import { describe, expect, it } from "vitest";
import { environment, type OneCluster } from "../../../../__tests__/support/environments";
import { cilium } from "../../../../__tests__/support/services";
import { policiesOfCluster } from "../../../checks/engine-policies/policies-of-cluster";
import { randomDomainPolicies } from "../../../checks/engine-policies/random-domains";

const policy = (kind: string) => ({
  apiVersion: "v1",
  kind,
  metadata: { name: "domains", namespace: "apps" },
});
const stackWith = (...kinds: readonly string[]) => ({
  id: "cluster-access-production",
  folder: "",
  json: {
    resource: {
      helm_release: {
        policies: {
          chart: "./assets/manifests-chart/1",
          namespace: "kube-system",
          values: [JSON.stringify({ objects: kinds.map(policy) })],
        },
      },
    },
  },
});
const policiesOf = (settings: OneCluster, ...kinds: readonly string[]) =>
  policiesOfCluster(environment(settings), [stackWith(...kinds) as never]);
const foreignIn = (settings: OneCluster, kind: string) =>
  policiesOf(settings, kind).foreign.map((text) => text.replace(/^.*: /, ""));

describe("policiesOfCluster", () => {
  it("finds network policies of every engine, and no other objects", () => {
    const { policies } = policiesOf({}, "NetworkPolicy", "CiliumNetworkPolicy", "PodMonitor");

    expect(policies.map(({ object }) => object.kind)).toEqual(["NetworkPolicy", "CiliumNetworkPolicy"]);
  });

  it("has an engine take its own kind and Kubernetes', and no other engine's", () => {
    const auto: OneCluster = {
      cluster: { compute: { kind: "auto", nodePools: { arm: { limits: { cpu: 4, memoryGib: 8 } } } } },
    };

    expect(foreignIn(cilium, "NetworkPolicy")).toEqual([]);
    expect(foreignIn(cilium, "CiliumNetworkPolicy")).toEqual([]);
    expect(foreignIn(cilium, "ApplicationNetworkPolicy")).toEqual([
      "the engine of the cluster takes no ApplicationNetworkPolicy",
    ]);
    expect(foreignIn({}, "CiliumNetworkPolicy")).toHaveLength(1);
    expect(foreignIn(auto, "ApplicationNetworkPolicy")).toEqual([]);
  });
});

describe("policies of random domains", () => {
  it("are the same on every run, and many", () => {
    expect(randomDomainPolicies()).toEqual(randomDomainPolicies());
    expect(new Set(randomDomainPolicies().map((one) => JSON.stringify(one))).size).toBeGreaterThan(400);
  });
});
