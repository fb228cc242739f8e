import {
  callsOut,
  type Egress,
  type NetworkPeer,
  type Pods,
  type Port,
} from "../../constructs/network-peers";
import type { Alerting } from "./alertmanager-config";
import type { FleetMember } from "./fleet";

/** The operator labels the pods that it makes. */
export const PROMETHEUS: Pods = {
  name: "prometheus",
  labels: {
    "app.kubernetes.io/name": "prometheus",
    "operator.prometheus.io/name": "kube-prometheus-stack-prometheus",
  },
};

export const ALERTMANAGER: Pods = {
  name: "alertmanager",
  labels: {
    "app.kubernetes.io/name": "alertmanager",
    alertmanager: "kube-prometheus-stack-alertmanager",
  },
};

const OPERATOR: Pods = {
  name: "prometheus-operator",
  labels: { app: "kube-prometheus-stack-operator" },
};

/** The Jobs of an installation that make the certificate of the operator's webhooks. */
const ADMISSION_JOBS: Pods = {
  name: "prometheus-operator-admission",
  labels: {
    "app.kubernetes.io/name": "kube-prometheus-stack-prometheus-operator",
    "app.kubernetes.io/component": "prometheus-operator-webhook",
  },
};

/** Ports on which Prometheus answers queries and takes samples. */
export const PROMETHEUS_PORTS: readonly Port[] = [9090];

export const ALERTMANAGER_PORTS: readonly Port[] = [9093];

/** Port on which the configuration reloaders serve their metrics. */
const RELOADER: Port = 8080;

/** Ports on which Alertmanagers tell each other about sent notifications. */
const GOSSIP: readonly Port[] = [9094, { udp: 9094 }];

export interface CallsOutside {
  /**
   * Calls of Prometheus and Alertmanager, which values tell of other hosts.
   *
   * @default - none
   */
  readonly egress?: Egress | false | undefined;

  readonly alerting: Pick<Alerting, "smtp">;

  /**
   * Part of the cluster in a fleet, whose workspace Prometheus writes to.
   *
   * @default - none
   */
  readonly fleet?: FleetMember | false;

  /** The managed add-ons of EKS that the cluster has, as EKS calls them. */
  readonly eksAddons: readonly string[];
}

/** Pods of the chart's own kube-state-metrics. EKS's are in another namespace. */
const STATE_METRICS: Pods = {
  name: "kube-state-metrics",
  labels: { "app.kubernetes.io/name": "kube-state-metrics" },
};

/** Connections of Prometheus, Alertmanager and their operator. node-exporter has its node's address, and no policy. */
export const kubePrometheusStackNetwork = ({
  egress,
  alerting,
  eksAddons,
  fleet,
}: CallsOutside): readonly NetworkPeer[] => [
  {
    pods: PROMETHEUS,
    accepts: [{ with: PROMETHEUS, ports: [...PROMETHEUS_PORTS, RELOADER] }],
    // Every pod with a monitor, in any namespace and on any port.
    calls: [
      { with: "every-pod" },
      { with: "kubernetes-api" },
      ...(fleet ? [{ with: "aws" as const }] : []),
      ...callsOut(egress),
    ],
  },
  {
    pods: ALERTMANAGER,
    accepts: [{ with: PROMETHEUS, ports: [...ALERTMANAGER_PORTS, RELOADER] }],
    calls: [
      { with: ALERTMANAGER, ports: GOSSIP },
      // PagerDuty, Slack and Zendesk; AWS's topics.
      { with: "internet" },
      { with: "aws" },
      ...(alerting.smtp ? [{ with: "internet" as const, ports: [portOf(alerting.smtp.smarthost)] }] : []),
      ...callsOut(egress),
    ],
  },
  {
    pods: OPERATOR,
    accepts: [
      { with: "control-plane", ports: [10_250] },
      { with: PROMETHEUS, ports: [10_250] },
    ],
    calls: [{ with: "kubernetes-api" }],
  },
  { pods: ADMISSION_JOBS, calls: [{ with: "kubernetes-api" }] },
  ...(eksAddons.includes("kube-state-metrics")
    ? []
    : [
        {
          pods: STATE_METRICS,
          // Its metrics of the cluster, and those about itself.
          accepts: [{ with: PROMETHEUS, ports: [8080, 8081] }],
          calls: [{ with: "kubernetes-api" as const }],
        },
      ]),
];

/** Port of an address such as `smtp.example:587`. */
const portOf = (address: string): number => Number(address.split(":").at(-1));
