import { disruptionBudget, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import type { HelmValues } from "../../constructs/helm-values";
import { mirroredImageParts, type Registries } from "../../constructs/registries";
import type { WorkloadRole } from "../../constructs/workload-role";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import { eksAddonMonitors } from "./eks-addons";
import { type FleetMember, fleetSpec } from "./fleet";

/** Settings of Prometheus. */
export interface Prometheus {
  readonly replicas: number;
  readonly registries?: Registries;
  readonly eksAddons: readonly string[];

  /** Address for users. */
  readonly prometheusUrl: string;

  /** Label of every alert and of whatever leaves this Prometheus. */
  readonly environment: string;

  /**
   * Part of the cluster in a fleet.
   *
   * @default - none: nothing leaves the cluster
   */
  readonly fleet?: FleetMember | false;

  readonly retentionDays: number;

  /** Size of each replica's volume. */
  readonly storageGib: number;
}

/** Each replica scrapes everything and has a volume of its own: a fourth would only cost. */
const MOST_REPLICAS = 3;

/** Number of Prometheus's replicas, from the environment's number. */
export const prometheusReplicas = (replicas: number): number => Math.min(replicas, MOST_REPLICAS);

/** A share of the volume is left for what is being compacted. */
const USED_SHARE = 0.9;

/** Every monitor, of every namespace, unless it or its namespace bears this label. */
const UNLESS_NO_MONITOR = { matchExpressions: [{ key: "no_monitor", operator: "DoesNotExist" }] };

/** Prometheus itself: what it scrapes, how often, and how long it remembers. */
export function prometheusValues(props: Prometheus, role: WorkloadRole | undefined): HelmValues {
  const { environment, prometheusUrl, registries, retentionDays, storageGib } = props;
  const replicas = prometheusReplicas(props.replicas);
  const { externalLabels = {}, ...fleet } = props.fleet ? fleetSpec(props.fleet) : {};

  return {
    prometheus: {
      ...(role && { serviceAccount: role.helmValues }),
      podDisruptionBudget: disruptionBudget(replicas),
      // Replicas differ by a scrape: who asks twice asks the same one.
      service: { sessionAffinity: "ClientIP" },
      ...eksAddonMonitors(props.eksAddons),
      prometheusSpec: {
        image: mirroredImageParts(registries, "quay.io/prometheus/prometheus"),
        replicas,
        externalUrl: prometheusUrl,
        externalLabels: { environment, ...(externalLabels as HelmValues) },
        ...fleet,
        scrapeInterval: "60s",
        scrapeTimeout: "15s",
        evaluationInterval: "60s",
        retention: `${retentionDays}d`,
        retentionSize: `${Math.floor(storageGib * USED_SHARE)}GB`,
        enableRemoteWriteReceiver: true,
        // Traces that points of a graph lead to.
        enableFeatures: ["exemplar-storage"],
        ...SELECTORS,
        ...NAMESPACE_LABEL,
        storageSpec: volume(storageGib),
        podAntiAffinity: replicas > 1 ? "hard" : "soft",
        topologySpreadConstraints: topologySpread({ "app.kubernetes.io/name": "prometheus" }),
        priorityClassName: PRIORITY_CLASS,
        resources: { requests: { cpu: "500m", memory: "8Gi" }, limits: { memory: "16Gi" } },
      },
    },
  };
}

const SELECTORS: HelmValues = Object.fromEntries(
  ["serviceMonitor", "podMonitor", "probe", "rule", "scrapeConfig"].flatMap((kind) => [
    [`${kind}Selector`, UNLESS_NO_MONITOR],
    [`${kind}NamespaceSelector`, UNLESS_NO_MONITOR],
  ]),
);

/** Namespaces whose monitors and rules may speak of other namespaces. */
const TRUSTED_NAMESPACES = [...Object.values(PLATFORM_NAMESPACES), "kube-system"];

/**
 * Sets the label `namespace` of metrics, and of alerts, to the namespace of their monitor or rule. A team's rule then
 * reads metrics of its own namespace only, and its alert cannot pass for one of the platform.
 */
const NAMESPACE_LABEL: HelmValues = {
  enforcedNamespaceLabel: "namespace",
  excludedFromEnforcement: TRUSTED_NAMESPACES.flatMap((namespace) =>
    ["servicemonitors", "podmonitors", "probes", "prometheusrules", "scrapeconfigs"].map((resource) => ({
      group: "monitoring.coreos.com",
      resource,
      namespace,
    })),
  ),
};

/** A volume of each replica. */
export const volume = (gib: number): HelmValues => ({
  volumeClaimTemplate: {
    spec: {
      storageClassName: "ebs-gp3",
      accessModes: ["ReadWriteOnce"],
      resources: { requests: { storage: `${gib}Gi` } },
    },
  },
});
