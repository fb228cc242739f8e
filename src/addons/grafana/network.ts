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

/** A PostgreSQL database outside the cluster. */
export interface GrafanaDatabase {
  /** Host, as the database's certificate names it. */
  readonly host: string;
  readonly port: number;

  /** Kubernetes Secret with `dbname`, `username` and `password`. */
  readonly secret: string;
}

/** Settings that decide about Grafana's connections. */
export interface GrafanaCalls {
  /** Its database; `false` for none. */
  readonly database: Pick<GrafanaDatabase, "port"> | false;
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
