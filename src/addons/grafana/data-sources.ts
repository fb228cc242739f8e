import type { HelmValues } from "../../constructs/helm-values";
import { ALERTMANAGER, CLOUDWATCH, type DataSource, FLEET, PROMETHEUS, TEMPO } from "./data-source-uids";
import { type GrafanaLogs, traceLinks, tracesOfLogs } from "./trace-links";

/** Sources of Grafana's data. */
export interface GrafanaDataSources {
  readonly region: string;

  /** URLs within the cluster. */
  readonly prometheus: string;
  readonly alertmanager: string;

  /** Address of Tempo; `false` without traces. */
  readonly tempo: string | false;

  /** Workspace of Amazon Managed Service for Prometheus with the metrics of a fleet; `false` without one. */
  readonly fleet: FleetMetrics | false;

  /** Search of applications' logs; `false` if links cannot lead there. */
  readonly logs: GrafanaLogs | false;
}

/** A workspace of Amazon Managed Service for Prometheus, in the account and region of Grafana. */
export interface FleetMetrics {
  readonly id: string;
  readonly arn: string;
}

/** Interval at which Prometheus scrapes, the finest that can be shown. */
const SCRAPE_INTERVAL = "60s";

/** Names that programs give the trace in an exemplar: Tempo itself, and OpenTelemetry. */
const EXEMPLAR_LABELS = ["traceID", "trace_id"];

/**
 * Data sources, which are read-only in Grafana. A source that is removed here goes from Grafana too.
 *
 * Grafana replaces variables of its own environment in them, so a `$` that is data is written twice.
 *
 * @see https://grafana.com/docs/grafana/latest/administration/provisioning/#data-sources
 */
export const dataSources = (sources: GrafanaDataSources): HelmValues => ({
  apiVersion: 1,
  prune: true,
  datasources: [
    prometheus(sources),
    alertmanager(sources),
    cloudWatch(sources),
    ...(sources.tempo === false ? [] : [tempo(sources.tempo, sources)]),
    ...(sources.fleet === false ? [] : [fleet(sources.fleet, sources)]),
  ],
});

const prometheus = (sources: GrafanaDataSources): HelmValues => ({
  ...proxied("Prometheus", PROMETHEUS),
  url: sources.prometheus,
  isDefault: true,
  jsonData: {
    httpMethod: "POST",
    prometheusType: "Prometheus",
    timeInterval: SCRAPE_INTERVAL,
    manageAlerts: false,
    ...(sources.tempo !== false && {
      exemplarTraceIdDestinations: EXEMPLAR_LABELS.map((name) => ({ name, datasourceUid: TEMPO.uid })),
    }),
  },
});

const alertmanager = (sources: GrafanaDataSources): HelmValues => ({
  ...proxied("Alertmanager", ALERTMANAGER),
  url: sources.alertmanager,
  jsonData: { implementation: "prometheus", handleGrafanaManagedAlerts: false },
});

/** It signs in as the pod does: with the role of Grafana's service account. */
const cloudWatch = ({ region, logs, tempo }: GrafanaDataSources): HelmValues => ({
  ...proxied("CloudWatch", CLOUDWATCH),
  jsonData: { authType: "default", defaultRegion: region },
  ...(logs !== false && "logGroup" in logs && tempo !== false && { correlations: [tracesOfLogs] }),
});

const tempo = (url: string, { region, logs }: GrafanaDataSources): HelmValues => ({
  ...proxied("Tempo", TEMPO),
  url,
  ...traceLinks(region, logs),
});

/** It signs as the pod does. @see https://grafana.com/docs/plugins/grafana-amazonprometheus-datasource/latest/configure */
const fleet = ({ id }: FleetMetrics, { region }: GrafanaDataSources): HelmValues => ({
  ...proxied("Fleet", FLEET),
  url: `https://aps-workspaces.${region}.amazonaws.com/workspaces/${id}/`,
  jsonData: {
    httpMethod: "POST",
    timeInterval: SCRAPE_INTERVAL,
    manageAlerts: true,
    sigV4Auth: true,
    sigV4AuthType: "default",
    sigV4Region: region,
  },
});

const proxied = (name: string, source: DataSource): HelmValues => ({
  name,
  ...source,
  access: "proxy",
  editable: false,
});
