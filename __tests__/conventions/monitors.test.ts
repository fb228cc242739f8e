import { mainCluster } from "../../src/settings/environment/environment";
import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import type { EksAddonName } from "../../src/settings/cluster/eks-addons";
import { everyEnvironment, everyPlatform } from "../support/every-platform";
import { type Block, valuesOf } from "../support/terraform";

interface Monitors {
  /** The chart's values that switch its monitors on. */
  readonly switches: readonly string[];

  /** The chart's values that hold labels of theirs. */
  readonly labels?: readonly string[];

  /** A monitor of our own, where the chart brings none: its kind and name. */
  readonly own?: { readonly kind: "PodMonitor" | "ServiceMonitor"; readonly name: string };
}

/** Values by which most charts switch their monitor on. */
const USUAL: Monitors = {
  switches: ["serviceMonitor.enabled"],
  labels: ["serviceMonitor.additionalLabels", "serviceMonitor.labels"],
};

/** Values of the other charts. */
const MONITORS: Readonly<Record<string, Monitors | "runs nothing">> = {
  "karpenter-crd": "runs nothing",
  "gateway-api-crds": "runs nothing",
  "prometheus-operator-crds": "runs nothing",
  "argo-cd": {
    switches: ["controller", "server", "repoServer", "applicationSet", "notifications"].map(
      (part) => `${part}.metrics.serviceMonitor.enabled`,
    ),
  },
  "argo-workflows": {
    switches: ["controller.serviceMonitor.enabled"],
    labels: ["controller.serviceMonitor.additionalLabels"],
  },
  "aws-ebs-csi-driver": {
    switches: ["controller.serviceMonitor.forceEnable", "node.serviceMonitor.forceEnable"],
    labels: ["controller.serviceMonitor.labels", "node.serviceMonitor.labels"],
  },
  "aws-efs-csi-driver": { switches: ["controller.serviceMonitor.enabled"] },
  velero: {
    switches: ["metrics.serviceMonitor.enabled"],
    labels: ["metrics.serviceMonitor.additionalLabels"],
  },
  "teleport-kube-agent": { switches: ["podMonitor.enabled"], labels: ["podMonitor.additionalLabels"] },
  "cert-manager": {
    switches: ["prometheus.servicemonitor.enabled"],
    labels: ["prometheus.servicemonitor.labels"],
  },
  "cluster-autoscaler": { switches: ["serviceMonitor.enabled"], labels: ["serviceMonitor.selector"] },
  "fluent-bit": { switches: ["serviceMonitor.enabled"], labels: ["serviceMonitor.selector"] },
  "oauth2-proxy": {
    switches: ["metrics.serviceMonitor.enabled"],
    labels: ["metrics.serviceMonitor.labels"],
  },
  kyverno: {
    switches: ["admissionController", "reportsController"].map((part) => `${part}.serviceMonitor.enabled`),
    labels: ["admissionController", "reportsController"].map(
      (part) => `${part}.serviceMonitor.additionalLabels`,
    ),
  },
  gatekeeper: { switches: [], own: { kind: "PodMonitor", name: "gatekeeper" } },
  "prometheus-adapter": {
    switches: ["extraManifests[0].spec.endpoints[0].tlsConfig.insecureSkipVerify"],
    labels: ["extraManifests[0].metadata.labels"],
  },
  reloader: { switches: ["reloader.podMonitor.enabled"], labels: ["reloader.podMonitor.labels"] },
  // Its parts are scraped unless they are told not to be.
  "kube-prometheus-stack": { switches: [], labels: ["commonLabels"] },
  "prometheus-blackbox-exporter": {
    switches: ["serviceMonitor.selfMonitor.enabled"],
    labels: ["serviceMonitor.selfMonitor.labels"],
  },
};

/** Monitor of each managed add-on of EKS, if it is not one of the chart's. */
const EKS_MONITORS: Readonly<Record<EksAddonName, string | "the chart's own" | "serves no metrics">> = {
  "vpc-cni": "aws-node",
  "kube-proxy": "the chart's own",
  "eks-pod-identity-agent": "eks-pod-identity-agent",
  coredns: "the chart's own",
  "metrics-server": "metrics-server",
  "kube-state-metrics": "kube-state-metrics",
  "aws-network-flow-monitoring-agent": "serves no metrics",
  "snapshot-controller": "serves no metrics",
  "aws-ebs-csi-driver": "serves no metrics",
  "aws-efs-csi-driver": "serves no metrics",
};

const at = (values: Block, path: string): unknown =>
  path.split(/[.[\]]+/).reduce<unknown>((value, key) => (value as Block | undefined)?.[key], values);

/** True if the operator's selector takes an object with the labels. */
const selects = ({ matchLabels = {}, matchExpressions = [] }: Block, labels: Block): boolean =>
  Object.entries(matchLabels as Block).every(([key, value]) => labels[key] === value) &&
  (matchExpressions as Block[]).every(({ key, operator }) => {
    expect(["Exists", "DoesNotExist"]).toContain(operator);
    return key in labels === (operator === "Exists");
  });

describe.each(everyEnvironment.map(mainCluster).map(({ name, cluster }) => ({ name, cluster })))(
  "in $name",
  ({ name, cluster }) => {
    const releases = everyPlatform[`cluster-services-${name}`]!.all(Release).filter(
      ({ repository }) => repository !== undefined,
    );
    const prometheus = releases.find(({ chart }) => chart === "kube-prometheus-stack")!;
    const spec = valuesOf(prometheus).prometheus.prometheusSpec as Block;

    const ownObjects = everyPlatform[`cluster-services-${name}`]!.all(Release)
      .filter(({ repository }) => repository === undefined)
      .flatMap((release) => valuesOf(release).objects as Block[]);

    const labelsOf = (namespace: string): Block =>
      everyPlatform[`cluster-access-${name}`]!.all(NamespaceV1)
        .map(({ metadata }) => metadata as Block)
        .find((metadata) => metadata.name === namespace)?.labels ?? {};

    it.each(releases.map((release) => [release.name as string, release] as const))(
      "%s has a monitor that Prometheus takes",
      (_, release) => {
        const monitors = MONITORS[release.chart as string] ?? USUAL;
        if (monitors === "runs nothing") {
          return;
        }
        if (monitors.own) {
          const { kind, name: called } = monitors.own;
          const made = ownObjects.find((object) => object.kind === kind && object.metadata.name === called);
          expect(made, `${kind} ${called}`).toBeDefined();
          expect(selects(spec.podMonitorSelector, made!.metadata.labels ?? {})).toBe(true);
        }
        const values = valuesOf(release);
        expect(monitors.switches.map((path) => at(values, path))).toEqual(monitors.switches.map(() => true));

        for (const kind of ["serviceMonitor", "podMonitor"]) {
          for (const path of monitors.labels ?? []) {
            expect(selects(spec[`${kind}Selector`], (at(values, path) ?? {}) as Block)).toBe(true);
          }
          expect(selects(spec[`${kind}NamespaceSelector`], labelsOf(release.namespace))).toBe(true);
        }
      },
    );

    it("every managed add-on of EKS has a monitor, and no other has one", () => {
      const { prometheus: own, ...parts } = valuesOf(prometheus);
      const addons = Object.keys(cluster.eksAddons) as EksAddonName[];
      const made = [...own.additionalServiceMonitors, ...own.additionalPodMonitors] as Block[];

      expect(made.map((monitor) => monitor.name).sort()).toEqual(
        addons
          .map((addon) => EKS_MONITORS[addon])
          .filter((monitor) => !["the chart's own", "serves no metrics"].includes(monitor))
          .sort(),
      );
      // The chart has them on unless it is told otherwise.
      const off = (addon: EksAddonName) => (addons.includes(addon) ? undefined : { enabled: false });
      expect([parts.coreDns, parts.kubeProxy]).toEqual([off("coredns"), off("kube-proxy")]);
    });

    it("would leave alone what bears the label no_monitor, and what lives in a namespace that does", () => {
      const kinds = ["serviceMonitor", "podMonitor", "probe", "rule", "scrapeConfig"];

      expect(
        kinds
          .flatMap((kind) => [`${kind}Selector`, `${kind}NamespaceSelector`])
          .filter((selector) => selects(spec[selector], { no_monitor: "true" })),
      ).toEqual([]);
    });
  },
);
