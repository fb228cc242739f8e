import { describe, expect, it, test } from "vitest";
import { ADDON_CHARTS } from "../../../src/settings/addons/charts";
import { problemsOfReleased, releasedClusters, releaseWith } from "../../support/releases";

const { charts, eksAddons } = releaseWith();
const newer = releaseWith({ eksAddons: { ...eksAddons, coredns: "v1.14.3-eksbuild.3" } });
const without = (versions: Readonly<Record<string, string>>, name: string) =>
  Object.fromEntries(Object.entries(versions).filter(([one]) => one !== name));

/** Problems of a release of which every cluster runs the first one. */
const problemsOf = (differences: Parameters<typeof releaseWith>[0]) =>
  problemsOfReleased({ releases: { 1: releaseWith(differences) } });

test("a cluster runs the versions of its release", () => {
  const [integration, staging] = releasedClusters({
    releases: {
      1: releaseWith(),
      2: releaseWith({
        kubernetes: "1.36",
        nodes: "1.36.2-20260701",
        eksAddons: newer.eksAddons,
        charts: { ...charts, "argo-cd": "10.9.6" },
      }),
    },
    clusters: { integration: { release: "2" } },
  });

  expect(integration!.cluster).toMatchObject({
    release: "2",
    version: "1.36",
    eksAddons: { coredns: { version: "v1.14.3-eksbuild.3" } },
    nodeGroups: { "arm-green": { releaseVersion: "1.36.2-20260701" } },
    charts: { "argo-cd": "10.9.6", dex: "0.24.1" },
  });
  expect(staging!.cluster).toMatchObject({
    eksAddons: { coredns: { version: eksAddons.coredns } },
    nodeGroups: { "arm-green": { releaseVersion: "1.36.2-20260714" } },
    charts: { "argo-cd": "10.2.0" },
  });
});

describe("a release", () => {
  it("is right as the platform's first one is", () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each([
    [
      "has the number of its turn",
      problemsOfReleased({ releases: { 1: releaseWith(), "v1.2": releaseWith() } }),
      'organisation.releases["v1.2"]: expected a number such as 1, or next for the release in the making, got "v1.2"; number releases in the order in which they are made',
    ],
    [
      "has a Kubernetes that EKS offers",
      problemsOf({ kubernetes: "1.99" }),
      'organisation.releases["1"].kubernetes: expected one of 1.31, 1.32, 1.33, 1.34, 1.35, 1.36, got "1.99"; write a minor that EKS offers',
    ],
    [
      "has images of nodes for its Kubernetes",
      problemsOf({ nodes: "1.35.6-20260714" }),
      'organisation.releases["1"].nodes: expected <Kubernetes version>-<date>, such as 1.36.2-20260714, for Kubernetes 1.36 and no newer than 1.36.2-20260714, got "1.35.6-20260714"; a newer one is added to src/settings/cluster/node-releases.ts first',
    ],
    [
      "has add-ons of EKS that the platform knows",
      problemsOf({ eksAddons: { ...eksAddons, "core-dns": "v1.13.2-eksbuild.3" } }),
      'organisation.releases["1"].eksAddons.core-dns: expected one of vpc-cni, kube-proxy, eks-pod-identity-agent, coredns, metrics-server, kube-state-metrics, aws-network-flow-monitoring-agent, snapshot-controller, aws-ebs-csi-driver, aws-efs-csi-driver, got "core-dns"; did you mean coredns?',
    ],
    [
      "has exact versions of them",
      problemsOf({ eksAddons: { ...eksAddons, coredns: "v1.13" } }),
      'organisation.releases["1"].eksAddons.coredns: expected an exact version such as "v1.13.2-eksbuild.3", got "v1.13"; look it up with aws eks describe-addon-versions',
    ],
    [
      "has charts that the platform knows",
      problemsOf({ charts: { ...charts, relaoder: "1.0.0" } }),
      `organisation.releases["1"].charts.relaoder: expected one of ${Object.values(ADDON_CHARTS)
        .map(({ name }) => name)
        .join(", ")}, got "relaoder"; did you mean reloader?`,
    ],
    [
      "has charts that their add-ons can install",
      problemsOf({ charts: { ...charts, "argo-cd": "11.0.0" } }),
      'organisation.releases["1"].charts.argo-cd: expected 10.2.0 or 10.9.6, which its add-on can install, got "11.0.0"; write the version into src/addons/argo-cd/chart.ts, with the Kubernetes minors that it is for',
    ],
    [
      "has no older Kubernetes than the one before it",
      problemsOfReleased({
        releases: { 1: releaseWith(), 2: releaseWith({ kubernetes: "1.35", nodes: "1.35.6-20260714" }) },
      }),
      'organisation.releases["2"].kubernetes: expected 1.36 or 1.37, since release 1 has 1.36, got "1.35"; a control plane goes forward, one minor at a time: clusters take every release between',
    ],
    [
      "has no Kubernetes two minors later",
      problemsOfReleased({
        releases: { 1: releaseWith({ kubernetes: "1.34", nodes: "1.34.9-20260714" }), next: releaseWith() },
      }),
      'organisation.releases.next.kubernetes: expected 1.34 or 1.35, since release 1 has 1.34, got "1.36"; a control plane goes forward, one minor at a time: clusters take every release between',
    ],
    [
      "is named by a cluster",
      problemsOfReleased({ releases: { 1: releaseWith(), 2: newer } }),
      'organisation.releases["2"]: expected a release that a cluster names, got one that none names; name it in a cluster, or remove it',
    ],
  ])("%s", (_, problems, expected) => {
    expect(problems).toEqual([expected]);
  });

  it("may be in the making without a cluster that names it", () => {
    expect(problemsOfReleased({ releases: { 1: releaseWith(), next: newer } })).toEqual([]);
  });
});

describe("a cluster", () => {
  const both = { 1: releaseWith(), 2: newer, next: newer };
  const moved = { integration: { release: "2" } };

  it("names a release that exists, and that is made", () => {
    const problems = problemsOfReleased({
      releases: { 1: releaseWith(), next: newer },
      clusters: { integration: { release: "next" }, staging: { release: "11" } },
    });

    expect(problems).toEqual([
      'integration clusters.govuk.release: expected 1, got "next"; make it a release first: npm run release -- new',
      'staging clusters.govuk.release: expected 1, got "11"; did you mean 1?',
    ]);
  });

  it("names one where there are some, and none where there are none", () => {
    const unnamed = { release: undefined } as object;

    expect(problemsOfReleased({ releases: both, clusters: { ...moved, production: unnamed } })).toEqual([
      "production clusters.govuk.release: expected 1 or 2, got nothing; name one",
    ]);
    expect(
      problemsOfReleased({ releases: {}, clusters: { integration: unnamed, staging: unnamed } }),
    ).toEqual([
      'production clusters.govuk.release: expected none, since the organisation has no releases, got "1"; leave it out',
    ]);
  });

  it("runs no other versions than its release has", () => {
    const own = {
      version: "1.35",
      eksAddons: { coredns: { version: "v1.14.3-eksbuild.3" } },
    };

    expect(problemsOfReleased({ releases: { 1: releaseWith() }, clusters: { integration: own } })).toEqual([
      'integration clusters.govuk.version: expected 1.36, which release 1 has, got "1.35"; leave it out, or make a release that has it: npm run release -- new',
      'integration clusters.govuk.eksAddons.coredns.version: expected v1.13.2-eksbuild.3, which release 1 has, got "v1.14.3-eksbuild.3"; leave it out, or make a release that has it: npm run release -- new',
    ]);
  });

  it("runs no other images of Amazon Linux, unless for a reason", () => {
    const nodeGroups = {
      "arm-green": { releaseVersion: "1.36.2-20260701" },
      "arm-blue": { releaseVersion: { reason: "It lives for a day, and is made anew each time." } },
    };

    expect(
      problemsOfReleased({ releases: { 1: releaseWith() }, clusters: { integration: { nodeGroups } } }),
    ).toEqual([
      'integration clusters.govuk.nodeGroups.arm-green.releaseVersion: expected 1.36.2-20260714, which release 1 has, got "1.36.2-20260701"; leave it out, or make a release that has it: npm run release -- new',
    ]);
  });

  it("has no add-on that its release has no version of", () => {
    const lean = releaseWith({
      charts: without(without(charts, "tempo"), "reloader"),
      eksAddons: without(eksAddons, "metrics-server"),
    });
    const [integration] = releasedClusters({ releases: { 1: lean } }).filter(
      ({ name }) => name === "integration",
    );

    expect(integration!.addons.reloader).toBe(false);
    expect(Object.keys(integration!.cluster.eksAddons)).not.toContain("metrics-server");
  });

  it("is refused an add-on that it asks for and its release has no version of", () => {
    const lean = releaseWith({
      charts: without(charts, "tempo"),
      eksAddons: without(eksAddons, "metrics-server"),
    });
    const asks = { eksAddons: { "metrics-server": {} }, addons: { tempo: {} } };
    const problems = problemsOfReleased({ releases: { 1: lean }, clusters: { staging: asks } });

    expect(problems.filter((text) => text.startsWith("staging"))).toEqual([
      "staging clusters.govuk.eksAddons.metrics-server: expected an add-on of release 1, got one that it has no version of; switch it off with false, or move the cluster to a release that has it",
      "staging clusters.govuk.addons.tempo: expected an add-on of release 1, got one that it has no version of; switch it off with false, or move the cluster to a release that has it",
    ]);
  });

  it("never runs ahead of the stage before it", () => {
    expect(problemsOfReleased({ releases: both, clusters: { ...moved, staging: { release: "2" } } })).toEqual(
      [],
    );
    expect(
      problemsOfReleased({ releases: both, clusters: { ...moved, production: { release: "2" } } }),
    ).toEqual([
      'production clusters.govuk.release: expected 1 or an earlier one, since staging runs no later one, got "2"; move staging first: npm run upgrade -- --to 2 staging',
    ]);
  });

  it("has charts for its Kubernetes, and is told to take a later release", () => {
    const problems = problemsOf({
      kubernetes: "1.35",
      nodes: "1.35.6-20260714",
      charts: { ...charts, "argo-workflows": "2.0.2" },
    });
    const unfit = problemsOf({
      kubernetes: "1.33",
      nodes: "1.33.13-20260714",
      charts: { ...charts, "argo-workflows": "2.0.2" },
      eksAddons: { ...eksAddons, "kube-proxy": "v1.33.10-eksbuild.13", coredns: "v1.13.2-eksbuild.4" },
    });

    expect(problems).toEqual([]);
    expect(unfit[0]).toBe(
      'integration clusters.govuk.version: expected 1.34 to 1.36, which argo-workflows (chart 2.0.2) supports, got "1.33"; take chart version 1.0.23 in a release after this one (https://argo-workflows.readthedocs.io/en/latest/releases/#tested-versions)',
    );
  });
});
