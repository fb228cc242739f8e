import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";

const problemsOf = (group: object, others: object = {}) =>
  problemsWith({ cluster: { nodeGroups: { "arm-green": {}, gpu: group, ...others } } });

const at = (path: string, rest: string) => [
  expect.stringMatching(`^production clusters\\.govuk\\.nodeGroups${path}: expected ${rest}`),
];

describe("labels and taints of nodes", () => {
  it("are whatever Kubernetes takes", () => {
    const labels = { pool: "gpu", "example.org/tier": "", "node.kubernetes.io/purpose": "batch" };
    const taints = [
      { key: "example.org/gpu", value: "yes", effect: "NoSchedule" },
      { key: "example.org/gpu", effect: "NoExecute" },
    ];

    expect(problemsOf({ labels, taints })).toEqual([]);
  });

  it.each(["-pool", "a/b/c", "Example.org/pool", "/pool", "pool/", "a".repeat(64)])(
    'have no key such as "%s"',
    (key) => {
      expect(problemsOf({ labels: { [key]: "x" } })).toEqual([
        expect.stringMatching("expected a key such as"),
      ]);
      expect(problemsOf({ taints: [{ key, effect: "NoSchedule" }] })).toEqual(
        at("\\.gpu\\.taints\\[0\\]\\.key", "a key such as"),
      );
    },
  );

  it.each([
    "eks.amazonaws.com/nodegroup",
    "kubernetes.io/arch",
    "topology.kubernetes.io/zone",
    "k8s.io/x",
    "karpenter.sh/nodepool",
    "sub.karpenter.sh/x",
    "karpenter.k8s.aws/instance-family",
  ])("leave %s to EKS, Kubernetes and Karpenter", (key) => {
    expect(problemsOf({ labels: { [key]: "x" } })).toEqual([expect.stringMatching("a key of your own")]);
  });

  it("have short values", () => {
    expect(problemsOf({ labels: { pool: "not allowed" } })).toEqual(
      at("\\.gpu\\.labels\\.pool", "63 letters, digits"),
    );
  });

  it("are written once, and are fifty at most", () => {
    const taint = { key: "a", effect: "NoSchedule" };
    const many = Array.from({ length: 51 }, (_, index) => ({ ...taint, key: `a${index}` }));

    expect(problemsOf({ taints: [taint, taint] })).toEqual(at("\\.gpu\\.taints\\[1\\]", "each key once"));
    expect(problemsOf({ taints: many })).toEqual(at("\\.gpu\\.taints", "50 taints at most, got 51"));
  });
});

describe("zones of nodes", () => {
  it("may be one, where other groups are in the rest", () => {
    expect(problemsOf({ zones: ["a"] })).toEqual([]);
  });

  it("are those of the private subnets, each once", () => {
    expect(problemsOf({ zones: ["a", "z", "a"] })).toEqual([
      ...at("\\.gpu\\.zones\\[1\\]", 'one of a, b, c, got "z"'),
      ...at("\\.gpu\\.zones\\[2\\]", 'each zone once, got "a" again'),
    ]);
    expect(problemsOf({ zones: [] })).toEqual(at("\\.gpu\\.zones", "one zone at least"));
  });

  it("all have nodes without taints, since a volume is in one of them", () => {
    const nodeGroups = {
      "arm-green": { zones: ["a", "b"] },
      gpu: { zones: ["c"], taints: [{ key: "gpu", effect: "NoSchedule" }] },
    };

    expect(problemsWith({ cluster: { nodeGroups } })).toEqual(
      at("", "a group without taints in every zone of the private subnets, got none in c"),
    );
  });

  it("give a group per zone a name that no other has", () => {
    expect(problemsOf({ perZone: true }, { "gpu-b": {} })).toEqual(
      at("\\.gpu-b", "a name of its own, got the name of gpu in a zone"),
    );
  });
});

describe("the start-up taint", () => {
  it("is for clusters whose EBS driver removes it", () => {
    const cluster = { nodeGroups: { "arm-green": { startupTaint: true } } };

    expect(problemsWith({ cluster })).toEqual([]);
    expect(problemsWith({ cluster: { ...cluster, addons: { ebsCsiDriver: false } } })).toEqual(
      expect.arrayContaining(at("\\.arm-green\\.startupTaint", "false, since addons\\.ebsCsiDriver is off")),
    );
  });
});
