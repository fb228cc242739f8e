import type { NetworkPeer, Pods } from "../../constructs/network-peers";
import {
  ALERTMANAGER,
  ALERTMANAGER_PORTS,
  PROMETHEUS,
  PROMETHEUS_PORTS,
} from "../kube-prometheus-stack/network";
import { TEMPO, TEMPO_PORTS } from "../tempo/network";

const GRAFANA: Pods = { name: "grafana", labels: { "app.kubernetes.io/name": "grafana" } };

const HTTP = [3000];

/** Settings that decide about Grafana's connections. */
export interface GrafanaCalls {
  /** Its database; `false` for none. */
  readonly database: { readonly port: number } | false;
}

/** Connections of Grafana. */
export const grafanaNetwork = ({ database }: GrafanaCalls): NetworkPeer => ({
  pods: GRAFANA,
  accepts: [
    { with: "load-balancers", ports: HTTP },
    { with: PROMETHEUS, ports: HTTP },
  ],
  calls: [
    { with: PROMETHEUS, ports: PROMETHEUS_PORTS },
    { with: ALERTMANAGER, ports: ALERTMANAGER_PORTS },
    { with: TEMPO, ports: TEMPO_PORTS },
    // Its copies tell each other of alerts.
    { with: GRAFANA, ports: [9094, { udp: 9094 }] },
    ...(database ? [{ with: "databases" as const, ports: [database.port] }] : []),
    // CloudWatch.
    { with: "aws" },
    // Dex, by its public name.
    { with: "internet" },
    // Dashboards in ConfigMaps.
    { with: "kubernetes-api" },
  ],
});
