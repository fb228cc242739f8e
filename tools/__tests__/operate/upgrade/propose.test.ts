import { describe, expect, it } from "vitest";
import type { Proposal } from "../../../operate/upgrade/proposal";
import { propose } from "../../../operate/upgrade/propose";
import type { ClusterSettings } from "../../../../src/settings/cluster/cluster";
import { KUBERNETES_VERSIONS } from "../../../../src/settings/cluster/kubernetes-versions";
import {
  environment,
  problemsWith,
  productionLike,
  withOneCluster,
} from "../../../../__tests__/support/environments";

const at = (version: string, cluster: Partial<ClusterSettings> = {}) => ({
  cluster: { ...cluster, version },
});

/** An upgrade of the last environment named, each of them with what its file says of the cluster. */
function upgrade(to: string, files: Record<string, { readonly cluster: Partial<ClusterSettings> }>) {
  const settings = Object.entries(files).map(([name, file]) => ({ ...productionLike, ...file, name }));
  const environments = settings.map((file) => environment(file));
  return propose(environments.at(-1)!, to, environments, settings.map(withOneCluster));
}

const edits = (proposals: readonly Proposal[]) =>
  proposals.map(({ step, file, setting, from, to }) => `${step}: ${file} ${setting} ${from} → ${to}`);

describe("what an upgrade proposes", () => {
  it("moves the control plane, then what follows it, then kube-proxy, in this order", () => {
    expect(edits(upgrade("1.36", { integration: at("1.35") }).proposals)).toEqual([
      "before: src/settings/cluster/eks-addons.ts the other add-ons as they are → kept if EKS offers it on 1.36",
      "control plane: src/platform/environments/integration.ts clusters.govuk.version 1.35 → 1.36",
      "with it: - cluster-autoscaler's image v1.35.2 → v1.36.1",
      "with it: - node group arm-green 1.35.6-20260714 → 1.36.2-20260714",
      "after: src/platform/environments/integration.ts clusters.govuk.eksAddons.kube-proxy.version v1.35.3-eksbuild.13 → v1.36.0-eksbuild.14",
      "after: src/platform/environments/integration.ts clusters.govuk.eksAddons.coredns.version v1.13.2-eksbuild.3 → v1.14.3-eksbuild.3",
    ]);
  });

  it("raises a release of nodes' images that an environment wrote itself, in the same apply", () => {
    const own = {
      nodeGroups: {
        "arm-green": { releaseVersion: "1.35.6-20260625" },
        gpu: { amiType: "BOTTLEROCKET_ARM_64", releaseVersion: "1.47.0-6154605b" },
      },
    };
    const groups = edits(upgrade("1.36", { integration: at("1.35", own) }).proposals);

    expect(groups).toContain(
      "control plane: src/platform/environments/integration.ts clusters.govuk.nodeGroups.arm-green.releaseVersion 1.35.6-20260625 → 1.36.2-20260714",
    );
    expect(groups).toContain("with it: - node group gpu 1.35 → 1.36");
  });

  it("is blocked where no release of nodes' images is on record for the new minor", () => {
    expect(upgrade("1.37", { integration: at("1.36") }).blockers).toContain(
      "src/settings/cluster/node-releases.ts: expected a release of nodes' images for 1.37, got none; write down the newest one of https://github.com/awslabs/amazon-eks-ami/blob/main/CHANGELOG.md",
    );
  });

  it("is blocked by nothing where everything is on record, and says what runs by exception", () => {
    const { blockers, exceptions } = upgrade("1.36", { integration: at("1.35") });

    expect(blockers).toEqual([]);
    expect(exceptions.map((text) => text.split(":")[0])).toEqual([
      "argo-cd 10.2.0",
      "argo-workflows 1.0.23",
      "kyverno 3.9.0",
    ]);
  });

  it("raises kube-proxy first where the new control plane would leave it too far behind", () => {
    const old = { eksAddons: { "kube-proxy": { version: "v1.32.9-eksbuild.2" } } };

    expect(upgrade("1.36", { integration: at("1.35", old) }).proposals[0]).toEqual({
      step: "before",
      file: "src/platform/environments/integration.ts",
      setting: "clusters.govuk.eksAddons.kube-proxy.version",
      from: "v1.32.9-eksbuild.2",
      to: "v1.35.3-eksbuild.13",
      why: "on 1.36 it may not be older than v1.33",
    });
  });

  it("raises kube-proxy only afterwards where it is as old as it may be", () => {
    const old = { eksAddons: { "kube-proxy": { version: "v1.33.10-eksbuild.13" } } };
    const steps = upgrade("1.36", { integration: at("1.35", old) }).proposals.filter(({ setting }) =>
      setting.includes("kube-proxy"),
    );

    expect(steps.map(({ step }) => step)).toEqual(["after"]);
  });

  it("raises an add-on of EKS to the newest on record, and never lowers one", () => {
    const coredns = (version: string) =>
      edits(
        upgrade("1.36", {
          integration: at("1.35", {
            eksAddons: { coredns: { version }, "kube-proxy": { version: "v1.35.3-eksbuild.13" } },
          }),
        }).proposals,
      ).filter((text) => text.includes("coredns"));

    expect(coredns("v1.12.4-eksbuild.10")).toEqual([
      "after: src/platform/environments/integration.ts clusters.govuk.eksAddons.coredns.version v1.12.4-eksbuild.10 → v1.14.3-eksbuild.3",
    ]);
    expect(coredns("v1.14.3-eksbuild.3")).toEqual([]);
    expect(coredns("v1.14.3-eksbuild.4")).toEqual([]);
  });

  it("leaves kube-proxy where no version for the new minor is on record", () => {
    expect(edits(upgrade("1.37", { integration: at("1.36") }).proposals).at(-1)).toBe(
      "after: src/platform/environments/integration.ts clusters.govuk.eksAddons.kube-proxy.version v1.35.3-eksbuild.13 → v1.37, once on record",
    );
  });

  it("moves the default with the last environment, and tidies up what the others wrote", () => {
    const ahead = { ...productionLike, name: "integration", ...at("1.37") };
    // No environment can be defined with a minor that is not known yet.
    const integration = environment({ ...ahead, ...at("1.36") });
    const moved = { ...integration, cluster: { ...integration.cluster, version: "1.37" } };
    const production = environment();
    const { proposals, blockers } = propose(
      production,
      "1.37",
      [moved, production],
      [ahead, productionLike].map(withOneCluster),
    );

    expect(edits(proposals).filter((text) => !text.startsWith("with it"))).toEqual([
      "before: src/settings/cluster/eks-addons.ts the other add-ons as they are → kept if EKS offers it on 1.37",
      "control plane: src/settings/cluster/defaults.ts version 1.36 → 1.37",
      "after: src/platform/environments/integration.ts clusters.govuk.version 1.37 → left out",
      "after: renovate.json kubernetesVersion of EKS add-ons 1.36 → 1.37",
      "after: src/settings/cluster/eks-addons.ts kube-proxy.version v1.35.3-eksbuild.13 → v1.37, once on record",
    ]);
    expect(blockers.join()).not.toContain("before production");
  });

  it("writes an ephemeral environment's version where ephemeral environments are written", () => {
    expect(edits(upgrade("1.36", { "eph-abc123": at("1.35") }).proposals)).toContain(
      "control plane: src/platform/environments/ephemeral.ts clusters.govuk.version 1.35 → 1.36",
    );
  });
});

describe("an upgrade that is carried out", () => {
  const moves = KUBERNETES_VERSIONS.slice(1).map((to, index) => [KUBERNETES_VERSIONS[index]!, to] as const);

  /** Problems of a cluster of that minor with that kube-proxy. */
  const problems = (version: string, kubeProxy: string) =>
    problemsWith(at(version, withKubeProxy(kubeProxy)));

  /** Version of CoreDNS that EKS offers for every minor of which the offer is on record. */
  const withKubeProxy = (version: string) => ({
    eksAddons: { "kube-proxy": { version }, coredns: { version: "v1.11.4-eksbuild.33" } },
  });

  it.each(moves)("passes every rule at each of its steps from %s to %s", (from, to) => {
    const before = `v${from}.0-eksbuild.1`;
    const { proposals, blockers } = upgrade(to, {
      integration: at(from, withKubeProxy(before)),
    });
    const after = proposals.find(
      ({ step, setting }) => step === "after" && setting.includes("kube-proxy"),
    )!.to;

    expect(blockers).toEqual([]);
    expect(problems(from, before)).toEqual([]);
    expect(problems(to, before)).toEqual([]);
    expect(problems(to, after)).toEqual([]);
  });
});

describe("what blocks an upgrade", () => {
  it("is a minor that EKS is not known to offer", () => {
    expect(upgrade("1.37", { integration: at("1.36") }).blockers[0]).toBe(
      "src/settings/cluster/kubernetes-versions.ts: expected 1.37 in KUBERNETES_VERSIONS, got 1.36 as the newest; add it once EKS " +
        "offers it: aws eks describe-cluster-versions --cluster-versions 1.37, or " +
        "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html",
    );
  });

  it("is a chart that nothing on record replaces", () => {
    expect(upgrade("1.37", { integration: at("1.36") }).blockers).toContain(
      "cluster-autoscaler: expected a release for 1.37, got 9.59.0 for 1.31 to 1.36; no release on record supports it: " +
        "look for one at https://github.com/kubernetes/autoscaler/releases and write it down in " +
        "src/addons/cluster-autoscaler/image-tags.ts",
    );
  });

  it("is no chart of an add-on that is off", () => {
    const settings = {
      ...productionLike,
      name: "integration",
      addons: { clusterAutoscaler: false },
    } as const;
    const one = environment(settings);

    expect(propose(one, "1.37", [one], [withOneCluster(settings)]).blockers.join()).not.toContain(
      "cluster-autoscaler",
    );
  });

  it("is an environment before it in the order of promotion that has not moved", () => {
    const { blockers } = upgrade("1.36", {
      integration: at("1.36"),
      staging: at("1.35"),
      production: at("1.35"),
    });

    expect(blockers).toEqual([
      "staging: expected 1.36 before production has it, got 1.35; begin with npm run upgrade -- --to 1.36 staging",
    ]);
  });
});
