import type { ClusterConfig } from "../cluster";
import { isAutoModeAlone } from "../compute/compute";
import {
  AUTO_MODE_LEAVES,
  AUTO_MODE_REPLACES,
  CILIUM_REPLACES,
  DRIVERS,
  EKS_ADDONS,
  type EksAddonConfig,
  type EksAddonName,
  ENFORCING_MODE,
  ESSENTIAL_EKS_ADDONS,
  UNPLACED_EKS_ADDONS,
  type VersionSkew,
} from "../eks-addons";
import { hasCiliumAlone } from "../pod-network";
import { newestOnRecord, withoutBuild } from "../eks-addon-versions";
import { KUBERNETES_VERSIONS } from "../kubernetes-versions";
import type { OfCluster } from "./of-cluster";
import { kubernetesMinor } from "../../checking/kubernetes-minor";
import { isNewer } from "../../checking/newer";
import { problem, show } from "../../checking/problem";
import { problemsOfReason } from "../../checking/reason";

const AGENT: EksAddonName = "eks-pod-identity-agent";

/** Add-ons whose pods have a role by Pod Identity whatever the cluster's identity, and do nothing without. */
const WITH_A_ROLE: readonly EksAddonName[] = ["aws-network-flow-monitoring-agent", ...Object.values(DRIVERS)];

const ADDON_VERSION = /^v\d+\.\d+\.\d+-eksbuild\.\d+$/;

/** Refuses versions in another form than EKS's. */
export const eksAddonVersionsAreExact = ({ cluster }: OfCluster): string[] =>
  addonsOf(cluster)
    .filter(([, { version }]) => !ADDON_VERSION.test(version))
    .map(([name, { version }]) =>
      problem(
        ["eksAddons", name, "version"],
        `an exact version such as "${EKS_ADDONS[name].version}"`,
        show(version),
        "see aws eks describe-addon-versions",
      ),
    );

/** Refuses an add-on with a Kubernetes version too far from the cluster's minor, unless a reason is given. */
export const eksAddonsAreNearTheCluster = ({ cluster }: OfCluster): string[] =>
  addonsOf(cluster).flatMap(([name, addon]) => {
    const { skew }: { readonly skew?: VersionSkew } = EKS_ADDONS[name];
    const own = kubernetesMinor(addon.version);
    const clusters = kubernetesMinor(cluster.version);
    if (!skew || own === undefined || clusters === undefined) {
      return [];
    }
    const path = ["eksAddons", name];
    const [oldest, newest] = [clusters - skew.older, clusters + skew.newer];
    if (own >= oldest && own <= newest) {
      return [];
    }
    return addon.skewReason === undefined
      ? [
          problem(
            [...path, "version"],
            `a version from v1.${oldest} to v1.${newest} for Kubernetes ${cluster.version}`,
            show(addon.version),
            "change it, or write why it is right in skewReason",
          ),
        ]
      : [];
  });

/**
 * No add-on is newer than the newest on record for the cluster's minor: an unreleased version fails at apply. Builds of one version are
 * not compared, since EKS makes new ones every few weeks.
 */
export const eksAddonsAreOffered = ({ cluster }: OfCluster): string[] =>
  // Another rule refuses minors that EKS does not offer.
  (KUBERNETES_VERSIONS.includes(cluster.version) ? addonsOf(cluster) : []).flatMap(([name, { version }]) => {
    const minor = minorOf(name, version) ?? cluster.version;
    const newest = newestOnRecord(name, minor);
    return isNewer(withoutBuild(version), withoutBuild(newest))
      ? [
          problem(
            ["eksAddons", name, "version"],
            `${newest} or older for Kubernetes ${minor}`,
            show(version),
            `write ${show(withBuild(newest))}; what EKS offers by now is added in src/settings/cluster/eks-addon-versions.ts`,
          ),
        ]
      : [];
  });

/** Minor of an add-on whose versions are those of Kubernetes, where EKS offers it. Another rule refuses what is too far away. */
function minorOf(name: EksAddonName, version: string): string | undefined {
  const { skew }: { readonly skew?: VersionSkew } = EKS_ADDONS[name];
  const minor = `1.${kubernetesMinor(version)}`;
  return skew && KUBERNETES_VERSIONS.includes(minor) ? minor : undefined;
}

const withBuild = (version: string): string =>
  version.includes("-eksbuild.") ? version : `${version}-eksbuild.<build>`;

/** A departure from the supported versions has its reason. */
export const skewReasonsAreWritten = ({ cluster }: OfCluster): string[] =>
  addonsOf(cluster).flatMap(([name, { skewReason }]) =>
    skewReason === undefined
      ? []
      : problemsOfReason(
          skewReason,
          ["eksAddons", name, "skewReason"],
          "say why the version differs, or leave it out",
        ),
  );

/** Refuses a cluster without the add-ons that its nodes need to become Ready. */
export const essentialEksAddonsAreOn = ({ cluster }: OfCluster): string[] =>
  isAutoModeAlone(cluster)
    ? []
    : ESSENTIAL_EKS_ADDONS.filter((name) => !(hasCiliumAlone(cluster) && CILIUM_REPLACES.includes(name)))
        .filter((name) => !cluster.eksAddons[name])
        .map((name) =>
          problem(["eksAddons", name], "it to be on", "false", "without it no node becomes Ready"),
        );

/** Refuses add-ons that Auto Mode does not go with: EKS has them built in, or they wait for nodes for ever. */
export const autoModeHasNoAddonTwice = ({ cluster }: OfCluster): string[] =>
  isAutoModeAlone(cluster)
    ? [
        ...AUTO_MODE_REPLACES.map((name) => [name, "EKS Auto Mode does its work"] as const),
        ...AUTO_MODE_LEAVES.map(
          (name) => [name, "it waits for nodes, which come with the pools; a chart brings it"] as const,
        ),
      ]
        .filter(([name]) => name in cluster.eksAddons)
        .map(([name, why]) =>
          problem(["eksAddons", name], "false in a cluster of Auto Mode alone", "on", `leave it out: ${why}`),
        )
    : [];

/** Refuses Pod Identity without its agent. */
export function podIdentityHasItsAgent({ cluster }: OfCluster): string[] {
  if (cluster.eksAddons[AGENT] || isAutoModeAlone(cluster)) {
    return [];
  }
  const turnOn = `turn on cluster.eksAddons.${AGENT}`;
  return [
    ...(cluster.identity === "pod-identity"
      ? [problem(["identity"], `irsa while ${AGENT} is off`, show(cluster.identity), turnOn)]
      : []),
    ...WITH_A_ROLE.filter((name) => cluster.eksAddons[name]).map((name) =>
      problem(
        ["eksAddons", name],
        `false while ${AGENT}, through which it gets its role, is off`,
        "on",
        turnOn,
      ),
    ),
  ];
}

const addonsOf = ({ eksAddons: addons }: ClusterConfig) =>
  Object.entries(addons) as [EksAddonName, EksAddonConfig][];

/** Refuses the CNI's own setting of a pod's start: policies of the platform's pods go by the cluster's. */
export const podsStartByTheCluster = ({ cluster }: OfCluster): string[] => {
  const env = cluster.eksAddons["vpc-cni"]?.configuration?.env;
  return typeof env === "object" && env !== null && ENFORCING_MODE in env
    ? [
        problem(
          ["eksAddons", "vpc-cni", "configuration", "env", ENFORCING_MODE],
          "no such setting",
          show(env[ENFORCING_MODE]),
          'leave it out; where pods must start open, write podsStartOpen: { reason: "…" } for the cluster',
        ),
      ]
    : [];
};

/** Refuses add-ons whose pods would never have a network: no policy is there for them. */
export const closedPodsHaveAPlace = ({ cluster }: OfCluster): string[] =>
  cluster.podsStartOpen === false
    ? UNPLACED_EKS_ADDONS.filter((name) => name in cluster.eksAddons).map((name) =>
        problem(
          ["eksAddons", name],
          "false, since pods start without a network",
          "an add-on that EKS puts into a namespace of its choice",
          `leave it out: kube-prometheus-stack brings ${name}; or write podsStartOpen: { reason: "…" }`,
        ),
      )
    : [];
