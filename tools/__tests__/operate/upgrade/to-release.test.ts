import { describe, expect, it } from "vitest";
import { type Released, releasedClusters, releaseWith } from "../../../../__tests__/support/releases";
import { parse } from "../../../kit/command-arguments";
import { argumentsOf, UPGRADE } from "../../../operate/upgrade/arguments";
import { propose } from "../../../operate/upgrade/propose";
import { upgradeToRelease } from "../../../operate/upgrade/to-release";

const first = releaseWith({ kubernetes: "1.35", nodes: "1.35.6-20260714" });
const { charts, eksAddons } = first;
const later = releaseWith({
  eksAddons: { ...eksAddons, coredns: "v1.14.3-eksbuild.3" },
  charts: { ...charts, velero: "12.2.0", "argo-cd": "10.9.6", "external-dns": "1.22.0" },
});

/** Upgrade of an environment to a release. `others` are settings that its cluster has after it was defined. */
function upgrade(name: string, to: string, released: Released, now: object = {}) {
  const all = releasedClusters({ ...released, releases: { ...released.releases } });
  const found = all.find((one) => one.name === name)!;
  const organisation = { ...found.organisation, releases: { ...found.organisation.releases, ...RECORDED } };
  const environment = { ...found, organisation, cluster: { ...found.cluster, ...now } };
  return upgradeToRelease({ environment, to, all });
}

/** Releases that no check has seen: their charts are on no record. */
const RECORDED = { 2: later };

const edits = ({ proposals }: ReturnType<typeof upgrade>) =>
  proposals.map(({ step, file, setting, from, to }) => `${step}: ${file} ${setting} ${from} → ${to}`);

describe("an upgrade to a release", () => {
  it("is one edit, with the CRDs of charts before it and all that the cluster runs after it", () => {
    expect(edits(upgrade("integration", "2", { releases: { 1: first } }))).toEqual([
      "before: - chart external-dns 1.21.1 → 1.22.0",
      "control plane: src/platform/environments/integration.ts clusters.govuk.release 1 → 2",
      "with it: - Kubernetes 1.35 → 1.36",
      "with it: - images of nodes 1.35.6-20260714 → 1.36.2-20260714",
      `with it: - EKS add-on coredns ${eksAddons.coredns} → v1.14.3-eksbuild.3`,
      "with it: - chart argo-cd 10.2.0 → 10.9.6",
      "with it: - chart external-dns 1.21.1 → 1.22.0",
    ]);
  });

  it("is blocked by nothing in the first stage", () => {
    expect(upgrade("integration", "2", { releases: { 1: first } }).blockers).toEqual([]);
  });

  it("is blocked until the stage before it runs the release", () => {
    expect(upgrade("staging", "2", { releases: { 1: first } }).blockers).toEqual([
      "integration: expected release 2 before staging has it, got 1; begin with npm run upgrade -- --to 2 integration",
    ]);
  });

  it("is blocked where the cluster runs a later Kubernetes, or one two minors before", () => {
    const running = (version: string) =>
      upgrade("integration", "2", { releases: { 1: first } }, { version }).blockers;

    expect(running("1.37")).toEqual([
      "release 2: expected Kubernetes 1.37, which the cluster runs, or the minor after it, got 1.36; a control plane never goes back",
    ]);
    expect(running("1.34")).toEqual([
      "release 2: expected Kubernetes 1.34, which the cluster runs, or the minor after it, got 1.36; take the releases between",
    ]);
  });
});

describe("npm run upgrade", () => {
  const clusters = releasedClusters({ releases: { 1: releaseWith(), 2: releaseWith() } });
  const problemOf =
    (line: string, of = clusters) =>
    () =>
      argumentsOf(parse(UPGRADE, line.split(" ")), of);

  it("takes the number of a later release", () => {
    expect(problemOf("--to 2 integration")()).toMatchObject({
      to: "2",
      environment: { name: "integration" },
    });
  });

  it("refuses a release that the cluster has, and one that does not exist", () => {
    expect(problemOf("--to 1 integration")).toThrow(
      "--to: expected 2, got 1; integration has release 1, and this command goes forward",
    );
    expect(problemOf("--to 3 integration")).toThrow(
      "--to: expected 2, got 3; integration has release 1, and npm run release -- new makes the next",
    );
  });

  it("refuses a release for a cluster without one", () => {
    const without = clusters.map((one) => ({ ...one, cluster: { ...one.cluster, release: undefined } }));

    expect(problemOf("--to 2 integration", without as unknown as typeof clusters)).toThrow(
      "--to: expected a minor, got 2; integration has no release: write one into its file first",
    );
  });

  it("raises the release in the making where a minor is asked for", () => {
    const [integration] = releasedClusters({ releases: { 1: first } });
    const { proposals } = propose(integration!, "1.36", [integration!], []);

    expect(proposals.map(({ step, file, setting, to }) => `${step}: ${file} ${setting} ${to}`)).toEqual([
      "before: src/platform/releases/next.json the other add-ons kept if EKS offers it on 1.36",
      "control plane: src/platform/releases/next.json kubernetes 1.36",
      "control plane: src/platform/releases/next.json nodes 1.36.2-20260714",
      "with it: - cluster-autoscaler's image v1.36.1",
      "with it: - node group arm-green 1.36.2-20260714",
      "after: renovate.json kubernetesVersion of EKS add-ons 1.36",
      "after: src/platform/releases/next.json eksAddons.kube-proxy v1.36.0-eksbuild.14",
      "after: src/platform/releases/next.json eksAddons.coredns v1.14.3-eksbuild.3",
    ]);
  });
});
