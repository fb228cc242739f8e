import { describe, expect, it } from "vitest";
import type { ComputeSettings } from "../../../src/settings/cluster/compute/schema";
import { defineEnvironments } from "../../support/organisation";
import { type OneCluster, problemsWith, productionLike, withOneCluster } from "../../support/environments";
import { ephemeral } from "../../../src/settings/environment/ephemeral";
import { organisation } from "../../../src/platform/organisation";

const limits = { cpu: 64, memoryGib: 256 };
const karpenter = { kind: "karpenter", controller: "fargate", nodePools: { arm: { limits } } } as const;
const auto = { kind: "auto", nodePools: { arm: { limits } } } as const;

const problemsOf = (compute: ComputeSettings, settings: OneCluster = {}) =>
  problemsWith({ ...settings, cluster: { compute } });

describe("controllers that make nodes", () => {
  it.each([karpenter, auto])("do not stand beside the autoscaler: $kind", (compute) => {
    const [problem, ...others] = problemsOf(compute, { addons: { clusterAutoscaler: {} } });

    expect(problem).toContain(
      `clusters.govuk.addons.clusterAutoscaler: expected false with compute.kind "${compute.kind}", got on; leave it out: `,
    );
    expect(others).toEqual([]);
  });

  it("include Karpenter only where the cluster has its queue and roles", () => {
    expect(problemsWith({ addons: { karpenter: {}, karpenterCrd: {} } })).toEqual(
      ["karpenter", "karpenterCrd"].map(
        (name) =>
          `production clusters.govuk.addons.${name}: expected false with compute.kind "node-groups", got on; leave it out: nothing of Karpenter's is there for it to work with`,
      ),
    );
  });

  it.each(["karpenter", "karpenterCrd"])("include %s where the cluster counts on it", (name) => {
    expect(problemsOf(karpenter, { addons: { [name]: false } })).toContain(
      `production clusters.govuk.addons.${name}: expected on with compute.kind "karpenter", got false; leave it out, or choose another compute.kind`,
    );
  });

  it("come without a second driver of volumes in Auto Mode", () => {
    expect(problemsOf(auto, { addons: { ebsCsiDriver: {} } })).toEqual([
      'production clusters.govuk.addons.ebsCsiDriver: expected false with compute.kind "auto", got on; leave it out: EKS attaches the volumes of its nodes itself',
    ]);
  });
});

describe("spot instances", () => {
  const spot = { ...karpenter, nodePools: { cheap: { limits, capacityTypes: ["spot"] } } } as const;

  it("need the role that an account has once", () => {
    expect(problemsOf(spot)).toEqual([
      'production clusters.govuk.compute.nodePools.cheap.capacityTypes: expected no spot without serviceLinkedRoles.spot of the environment, got "spot"; write serviceLinkedRoles: { spot: "make" }, or "exists" if the account has the role',
    ]);
  });

  it.each(["make", "exists"] as const)("may run where the account has it: %s", (source) => {
    expect(problemsOf(spot, { serviceLinkedRoles: { spot: source } })).toEqual([]);
  });

  it("get the role from one environment of an account", () => {
    const [one, other] = ["eph-one", "eph-two"].map((id, index) => ({
      ...ephemeral({ id }, organisation, "src/platform/access"),
      network: { vpc: { cidr: `10.${60 + index}.0.0/16`, accessAnalyzers: false } },
      serviceLinkedRoles: { spot: "make" as const },
    }));

    expect(() => defineEnvironments([withOneCluster(productionLike), one!, other!])).toThrow(
      'eph-two serviceLinkedRoles.spot: expected "exists", since an account has each role once, got "make", as in eph-one in the same account',
    );
    expect(() =>
      defineEnvironments([one!, { ...other!, serviceLinkedRoles: { spot: "exists" } }]),
    ).not.toThrow("serviceLinkedRoles");
  });
});
