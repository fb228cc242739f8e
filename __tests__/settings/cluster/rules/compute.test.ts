import { describe, expect, it } from "vitest";
import type { ComputeSettings } from "../../../../src/settings/cluster/compute/schema";
import { type OneCluster, problemsWith } from "../../../support/environments";

const limits = { cpu: 64, memoryGib: 256 };
const karpenter = { kind: "karpenter", controller: "fargate", nodePools: { arm: { limits } } } as const;
const auto = { kind: "auto", nodePools: { arm: { limits } } } as const;

const problemsOf = (compute: object, cluster: object = {}, rest: OneCluster = {}) =>
  problemsWith({ ...rest, cluster: { compute: compute as ComputeSettings, ...cluster } });

const refusal = (path: string, rest: string) => `production clusters.govuk.${path}: expected ${rest}`;

describe("compute", () => {
  it.each<object>([
    { kind: "node-groups" },
    { kind: "node-groups", afterAutoMode: true },
    karpenter,
    { ...karpenter, controller: "node-groups" },
    auto,
  ])("may be %o", (compute) => {
    expect(problemsOf(compute)).toEqual([]);
  });

  it("may have node groups beside pools, while a cluster moves from one to the other", () => {
    const nodeGroups = { "arm-green": {} };

    expect(problemsOf(karpenter, { nodeGroups })).toEqual([]);
    expect(problemsOf(auto, { nodeGroups })).toEqual([]);
  });

  it("is of a kind that there is", () => {
    expect(problemsOf({ ...karpenter, kind: "carpenter" })).toEqual([
      refusal(
        "compute.kind",
        'one of "node-groups", "karpenter", "auto", got "carpenter"; did you mean "karpenter"?',
      ),
    ]);
  });

  it("takes no pool without a limit", () => {
    expect(problemsOf({ ...karpenter, nodePools: { arm: {} } })).toEqual([
      refusal("compute.nodePools.arm.limits", "an object, got nothing; add it"),
    ]);
  });

  it("takes user data from no pool of Auto Mode, whose machines are EKS's", () => {
    expect(problemsOf({ ...auto, nodePools: { arm: { limits, userData: { commands: [] } } } })[0]).toContain(
      "clusters.govuk.compute.nodePools.arm.userData: expected one of architectures, capacityTypes",
    );
  });

  it("has a pool", () => {
    const none = "one pool at least, got none; add one with its limits: without a pool, pods wait for ever";

    expect(problemsOf({ ...karpenter, nodePools: {} })).toEqual([refusal("compute.nodePools", none)]);
    expect(problemsOf({ kind: "auto" })).toEqual([refusal("compute.nodePools", none)]);
  });

  it("names pools and classes as Kubernetes can", () => {
    const fix = 'a kebab-case name of 40 characters at most, got "Arm"; call it something like "arm"';

    expect(problemsOf({ ...karpenter, nodeClasses: { Arm: {} }, nodePools: { Arm: { limits } } })).toEqual([
      refusal("compute.nodePools.Arm", fix),
      refusal("compute.nodeClasses.Arm", fix),
    ]);
  });

  it("leaves the names of EKS's own pools to EKS", () => {
    expect(problemsOf({ ...auto, nodePools: { system: { limits } } })).toEqual([
      refusal(
        "compute.nodePools.system",
        'a name that EKS does not keep to itself, got "system"; call it something else, or add it to builtInPools',
      ),
    ]);
  });

  it("refuses a class that there is not", () => {
    expect(problemsOf({ ...karpenter, nodePools: { arm: { limits, nodeClass: "constructor" } } })).toEqual([
      refusal(
        "compute.nodePools.arm.nodeClass",
        'default, got "constructor"; write one of compute.nodeClasses, or add it there',
      ),
    ]);
  });

  it.each(["al2023@latest", "al2@v20260714", "bottlerocket@1.62.0", ""])(
    'refuses the image "%s", which is no release',
    (image) => {
      expect(problemsOf({ ...karpenter, nodeClasses: { default: { image } } })).toEqual([
        refusal(
          "compute.nodeClasses.default.image",
          `a family and its release, such as "al2023@v20260714" or "bottlerocket@v…", got "${image}"; write a release: with "latest", AWS would choose the day on which nodes are replaced`,
        ),
      ]);
    },
  );

  it.each([karpenter, auto])("refuses aws-auth alone, which admits no node of $kind", (compute) => {
    expect(problemsOf(compute, { authenticationMode: "CONFIG_MAP" })).toContain(
      refusal(
        "authenticationMode",
        `API or API_AND_CONFIG_MAP with compute.kind "${compute.kind}", got "CONFIG_MAP"; change it: an access entry admits these nodes, and aws-auth alone knows none`,
      ),
    );
  });

  it("keeps CoreDNS where it can start", () => {
    const withDns = (compute: object, computeType: string) =>
      problemsOf(compute, { eksAddons: { coredns: { configuration: { computeType } } } });
    const path = "eksAddons.coredns.configuration.computeType";

    expect(withDns(karpenter, "Fargate")).toEqual([]);
    expect(withDns(karpenter, "ec2")).toEqual([
      refusal(
        path,
        '"Fargate", as Karpenter\'s controller is, got "ec2"; leave it out: Karpenter makes a first node only once names can be looked up',
      ),
    ]);
    expect(withDns({ kind: "node-groups" }, "Fargate")).toEqual([
      refusal(
        path,
        'no such setting, got "Fargate"; leave it out: Fargate is there with compute.controller "fargate" alone',
      ),
    ]);
  });

  it("refuses EKS's own pools where pods start without a network", () => {
    expect(problemsOf({ ...auto, builtInPools: ["system"] })).toEqual([
      refusal(
        "compute.builtInPools",
        'none, since pods start without a network, got system; write nodePools of your own; or podsStartOpen: { reason: "…" }',
      ),
    ]);
    expect(
      problemsOf(
        { kind: "auto", builtInPools: ["system"] },
        { podsStartOpen: { reason: "applications have no policies yet" } },
      ),
    ).toEqual([]);
  });

  it.each(["coredns", "vpc-cni", "kube-proxy", "eks-pod-identity-agent"])(
    "refuses the add-on %s, whose work Auto Mode does",
    (name) => {
      expect(problemsOf(auto, { eksAddons: { [name]: {} } })).toEqual([
        refusal(
          `eksAddons.${name}`,
          "false in a cluster of Auto Mode alone, got on; leave it out: EKS Auto Mode does its work",
        ),
      ]);
    },
  );

  it("refuses add-ons of EKS that would wait for the first node for ever", () => {
    expect(problemsOf(auto, { eksAddons: { "metrics-server": {} } })).toContain(
      refusal(
        "eksAddons.metrics-server",
        "false in a cluster of Auto Mode alone, got on; leave it out: it waits for nodes, which come with the pools; a chart brings it",
      ),
    );
  });
});

describe("settings of pools", () => {
  const poolWith = (pool: object) => problemsOf({ ...karpenter, nodePools: { arm: { limits, ...pool } } });

  it.each<[string, object, string]>([
    ["limits.cpu", { limits: { cpu: 0, memoryGib: 1 } }, "a whole number from 1 to 100000, got 0"],
    ["limits.memoryGib", { limits: { cpu: 1, memoryGib: 1.5 } }, "a whole number from 1 to 1000000, got 1.5"],
    ["weight", { weight: 101 }, "a whole number from 1 to 100, got 101"],
    [
      "disruption.afterSeconds",
      { disruption: { afterSeconds: -1 } },
      "a whole number from 0 to 86400, got -1",
    ],
    ["disruption.percentAtOnce", { disruption: { percentAtOnce: 0 } }, "a whole number from 1 to 100, got 0"],
    ["oldestGeneration", { oldestGeneration: 0 }, "a whole number from 1 to 20, got 0"],
    ["expireAfterHours", { expireAfterHours: 1e9 }, "a whole number from 1 to 8760, got 1000000000"],
    ["architectures", { architectures: [] }, "each choice once, and one at least, got an empty list"],
    [
      "capacityTypes",
      { capacityTypes: ["on-demand", "on-demand"] },
      "each choice once, and one at least, got a list",
    ],
    [
      "categories[0]",
      { categories: ["m8g.large"] },
      'letters of instance families, such as "m", got "m8g.large"',
    ],
    [
      'labels["kubernetes.io/role"]',
      { labels: { "kubernetes.io/role": "x" } },
      'a key of your own, got "kubernetes.io/role"',
    ],
    [
      "taints[0].key",
      { taints: [{ key: "-", effect: "NoSchedule" }] },
      'a key such as "example.org/pool", got "-"',
    ],
  ])("refuse %s out of bounds", (path, pool, words) => {
    expect(poolWith(pool)[0]).toContain(refusal(`compute.nodePools.arm.${path}`, words));
  });

  it("let no node of Auto Mode live longer than EKS does", () => {
    expect(problemsOf({ ...auto, nodePools: { arm: { limits, expireAfterHours: 505 } } })).toEqual([
      refusal(
        "compute.nodePools.arm.expireAfterHours",
        "a whole number from 1 to 504, got 505; EKS Auto Mode replaces every node after 21 days",
      ),
    ]);
  });

  it("refuse a disk that holds no images", () => {
    expect(problemsOf({ ...karpenter, nodeClasses: { default: { diskGib: 4 } } })).toEqual([
      refusal(
        "compute.nodeClasses.default.diskGib",
        "a whole number from 20 to 16384, got 4; the AMI and the images of its pods must fit",
      ),
    ]);
  });
});
