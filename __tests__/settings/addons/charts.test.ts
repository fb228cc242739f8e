import { existsSync } from "node:fs";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it, test } from "vitest";
import { KUBERNETES_VERSIONS } from "../../../src/settings/cluster/kubernetes-versions";
import { kubernetesMinor } from "../../../src/settings/checking/kubernetes-minor";
import {
  chartFile,
  type ChartRelease,
  type ChartSupport,
} from "../../../src/settings/addon-definition/chart";
import { ADDON_CHARTS } from "../../../src/settings/addons/charts";
import { CLUSTER_AUTOSCALER_TAGS } from "../../../src/addons/cluster-autoscaler/image-tags";
import { EKS_ADDON_VERSIONS } from "../../../src/settings/cluster/eks-addon-versions";
import { EKS_ADDONS } from "../../../src/settings/cluster/eks-addons";
import { environmentStacks } from "../../support/platform";
import { cilium, everyAddon, flux, karpenter } from "../../support/services";
import { clusterAccessWith, clusterServicesWith } from "../../support/stacks";

const known: readonly ChartSupport[] = Object.values(ADDON_CHARTS);
const releases: readonly (readonly [string, ChartRelease])[] = known.flatMap((support) =>
  [support, ...(support.others ?? [])].map(
    (release) => [`${support.name} ${release.version}`, release] as const,
  ),
);

/** Every chart that is installed anywhere, as `<chart> <version>`. */
const installed = new Set(
  [
    ...environmentStacks.map(({ terraform }) => terraform),
    clusterServicesWith(everyAddon),
    clusterServicesWith(karpenter),
    clusterServicesWith(flux),
    clusterAccessWith(cilium),
  ]
    .flatMap((terraform) => terraform.all(Release))
    .filter(({ chart }) => !String(chart).startsWith("./"))
    .map(({ chart, version }) => `${chart} ${version}`),
);
const recorded = new Set(known.map(({ name, version }) => `${name} ${version}`));

/**
 * Charts of the clusters that this platform takes over.
 *
 * @see https://github.com/alphagov/govuk-infrastructure/tree/main/terraform/deployments/cluster-services
 */
const TAKEN_OVER = {
  "argo-cd": "10.2.0",
  "argo-workflows": "1.0.23",
  "aws-ebs-csi-driver": "2.56.1",
  "aws-load-balancer-controller": "3.4.0",
  dex: "0.24.1",
  "external-dns": "1.21.1",
  "external-secrets": "2.7.0",
  gatekeeper: "3.23.0",
} as const;

describe("the record of charts", () => {
  it.each(Object.entries(TAKEN_OVER))("is never older than what a takeover finds: %s %s", (name, found) => {
    const { version } = known.find((chart) => chart.name === name)!;

    expect([found, version].sort(new Intl.Collator("en", { numeric: true }).compare)).toEqual([
      found,
      version,
    ]);
  });

  it("is of what is installed, and of nothing else", () => {
    expect([...recorded].sort()).toEqual([...installed].sort());
  });

  it("stands in the folder of its add-on", () => {
    const elsewhere = known.filter((chart) => !existsSync(chartFile(chart)));

    expect(elsewhere).toEqual([]);
  });

  it.each(releases)("says where to read about %s, and minors in order", (_, { kubernetes, source }) => {
    const { oldest = "1.0", newest = "1.999" } = kubernetes;

    expect(source).toMatch(/^https:\/\/[a-z0-9.-]+\/\S+$/);
    expect(kubernetesMinor(oldest)).toBeLessThanOrEqual(kubernetesMinor(newest)!);
  });

  it("gives every exception a reason, and only where upstream's word ends before it", () => {
    const exceptions = known.flatMap(({ exception, kubernetes }) =>
      exception ? [{ ...exception, supported: kubernetes.newest }] : [],
    );

    expect(exceptions).not.toEqual([]);
    for (const { newest, reason, supported } of exceptions) {
      expect(reason).toMatch(/\w{3}.*\.$/);
      expect(kubernetesMinor(newest)).toBeGreaterThan(kubernetesMinor(supported!)!);
    }
  });
});

test("every minor that EKS offers has an image of the autoscaler, of that very minor", () => {
  expect(Object.keys(CLUSTER_AUTOSCALER_TAGS)).toEqual(KUBERNETES_VERSIONS);
  for (const [version, tag] of Object.entries(CLUSTER_AUTOSCALER_TAGS)) {
    expect(tag.startsWith(`v${version}.`), `${tag} for ${version}`).toBe(true);
  }
});

test("an environment's autoscaler is of its cluster's minor", () => {
  const images = clusterServicesWith(everyAddon)
    .all(Release)
    .filter(({ chart }) => chart === "cluster-autoscaler")
    .map(({ values }) => (JSON.parse((values as string[])[0]!) as { image: { tag: string } }).image.tag);

  expect(images).not.toEqual([]);
  expect(images.filter((tag) => tag !== CLUSTER_AUTOSCALER_TAGS["1.36"])).toEqual([]);
});

test("versions of EKS add-ons on record are those of minors that EKS offers, written as EKS writes them", () => {
  for (const { newest, source } of Object.values(EKS_ADDON_VERSIONS)) {
    expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    expect(Object.keys(newest).filter((version) => !KUBERNETES_VERSIONS.includes(version))).toEqual([]);
    expect(
      Object.values(newest).filter((version) => !/^v\d+\.\d+\.\d+-eksbuild\.\d+$/.test(version)),
    ).toEqual([]);
  }
});

test("an EKS add-on whose versions are Kubernetes' has one on record for each minor that EKS offers", () => {
  const skewed = Object.entries(EKS_ADDONS).flatMap(([name, addon]) => ("skew" in addon ? [name] : []));

  expect(skewed).toEqual(["kube-proxy"]);
  expect(Object.keys(EKS_ADDON_VERSIONS["kube-proxy"]!.newest)).toEqual(KUBERNETES_VERSIONS);
});
