import { describe, expect, it } from "vitest";
import { newestOnRecord } from "../../../../src/settings/cluster/eks-addon-versions";
import { EKS_ADDON_NAMES, EKS_ADDONS } from "../../../../src/settings/cluster/eks-addons";
import { KUBERNETES_VERSIONS } from "../../../../src/settings/cluster/kubernetes-versions";
import { problemsWith } from "../../../support/environments";

const problemsOfAddons = (addons: object, cluster: object = {}) =>
  problemsWith({ cluster: { ...cluster, eksAddons: addons } });

const problemsOfKubeProxy = (addon: object, version = "1.36") =>
  problemsOfAddons({ "kube-proxy": addon }, { version });

describe("EKS add-ons", () => {
  it.each(["1.22.2", "v1.22.2", "v1.22.2-eksbuild", "latest", ""])(
    'are refused at version "%s"',
    (version) => {
      expect(problemsOfAddons({ "vpc-cni": { version } })).toEqual([
        `production clusters.govuk.eksAddons.vpc-cni.version: expected an exact version such as "v1.22.2-eksbuild.1", got "${version}"; see aws eks describe-addon-versions`,
      ]);
    },
  );

  it.each(["v1.33.0-eksbuild.1", "v1.36.0-eksbuild.1"])(
    "may have kube-proxy %s on Kubernetes 1.36",
    (version) => {
      expect(problemsOfKubeProxy({ version })).toEqual([]);
    },
  );

  it.each(["v1.32.9-eksbuild.1", "v1.37.0-eksbuild.1"])(
    "may not have kube-proxy %s on Kubernetes 1.36",
    (version) => {
      expect(problemsOfKubeProxy({ version })).toContain(
        `production clusters.govuk.eksAddons.kube-proxy.version: expected a version from v1.33 to v1.36 for Kubernetes 1.36, got "${version}"; change it, or write why it is right in skewReason`,
      );
    },
  );

  it("are compared with the cluster also where their version is the default", () => {
    expect(problemsWith({ cluster: { version: "1.34" } })).toEqual([
      'production clusters.govuk.eksAddons.kube-proxy.version: expected a version from v1.31 to v1.34 for Kubernetes 1.34, got "v1.35.3-eksbuild.13"; change it, or write why it is right in skewReason',
    ]);
  });

  it("may be further away where a reason is written", () => {
    expect(
      problemsOfKubeProxy({ version: "v1.32.9-eksbuild.1", skewReason: "nodes are still on 1.32" }),
    ).toEqual([]);
  });

  it("are refused with a reason that is no sentence", () => {
    expect(problemsOfKubeProxy({ version: "v1.32.9-eksbuild.1", skewReason: " " })).toEqual([
      'production clusters.govuk.eksAddons.kube-proxy.skewReason: expected a sentence, got " "; say why the version differs, or leave it out',
    ]);
  });

  it("number on their own where they are no part of Kubernetes", () => {
    expect(problemsOfAddons({ coredns: { version: "v1.9.3-eksbuild.1" } })).toEqual([]);
  });

  it.each(["vpc-cni", "kube-proxy", "coredns"])("may not do without %s", (name) => {
    expect(problemsOfAddons({ [name]: false })).toEqual([
      `production clusters.govuk.eksAddons.${name}: expected it to be on, got false; without it no node becomes Ready`,
    ]);
  });

  it("may do without metrics", () => {
    expect(problemsOfAddons({ "metrics-server": false, "kube-state-metrics": false })).toEqual([]);
  });

  it("need the Pod Identity agent where roles reach pods through it", () => {
    expect(
      problemsOfAddons(
        { "eks-pod-identity-agent": false, "aws-network-flow-monitoring-agent": false },
        { identity: "pod-identity" },
      ),
    ).toEqual([
      'production clusters.govuk.identity: expected irsa while eks-pod-identity-agent is off, got "pod-identity"; turn on cluster.eksAddons.eks-pod-identity-agent',
    ]);
  });

  it("need the Pod Identity agent for the flow monitor's agent", () => {
    expect(problemsOfAddons({ "eks-pod-identity-agent": false })).toEqual([
      "production clusters.govuk.eksAddons.aws-network-flow-monitoring-agent: expected false while eks-pod-identity-agent, through which it gets its role, is off, got on; turn on cluster.eksAddons.eks-pod-identity-agent",
    ]);
  });

  it("may not be newer than EKS is on record to offer for the cluster's minor", () => {
    expect(
      problemsOfAddons(
        { "kube-proxy": { version: "v1.32.0-eksbuild.1" }, coredns: { version: "v1.13.2-eksbuild.4" } },
        { version: "1.32" },
      ),
    ).toEqual([
      'production clusters.govuk.eksAddons.coredns.version: expected v1.11.4-eksbuild.40 or older for Kubernetes 1.32, got "v1.13.2-eksbuild.4"; write "v1.11.4-eksbuild.40"; what EKS offers by now is added in src/settings/cluster/eks-addon-versions.ts',
    ]);
  });

  it.each(EKS_ADDON_NAMES)("may not be a version that was never released: %s", (name) => {
    const [major] = EKS_ADDONS[name].version.split(".");

    expect(problemsOfAddons({ [name]: { version: `${major}.99.0-eksbuild.1` } })).not.toEqual([]);
    expect(problemsOfAddons({ [name]: { version: "v9.0.0-eksbuild.1" } })).not.toEqual([]);
  });

  it("are refused above the newest on record with the place to add a newer one", () => {
    expect(problemsOfAddons({ "vpc-cni": { version: "v1.99.0-eksbuild.1" } })).toEqual([
      'production clusters.govuk.eksAddons.vpc-cni.version: expected v1.23.1-eksbuild.1 or older for Kubernetes 1.36, got "v1.99.0-eksbuild.1"; write "v1.23.1-eksbuild.1"; what EKS offers by now is added in src/settings/cluster/eks-addon-versions.ts',
    ]);
  });

  it.each(EKS_ADDON_NAMES)("are within the record at the version that the platform runs: %s", (name) => {
    const { version } = EKS_ADDONS[name];

    expect(problemsOfAddons({ [name]: { version } }).join()).not.toContain("or older");
    expect(KUBERNETES_VERSIONS.map((minor) => newestOnRecord(name, minor))).not.toContain(undefined);
  });

  it("are refused above the newest on record of their own minor, where that is Kubernetes'", () => {
    expect(problemsOfKubeProxy({ version: "v1.35.99-eksbuild.1" })).toEqual([
      expect.stringContaining(
        'expected v1.35.3-eksbuild.13 or older for Kubernetes 1.35, got "v1.35.99-eksbuild.1"',
      ),
    ]);
  });

  it("may be a newer build of the version on record", () => {
    expect(
      problemsOfAddons(
        { "kube-proxy": { version: "v1.32.0-eksbuild.1" }, coredns: { version: "v1.11.4-eksbuild.99" } },
        { version: "1.32" },
      ),
    ).toEqual([]);
  });
});
