import type { ServiceConfig } from "./addon";

export interface GrafanaConfig extends ServiceConfig {
  /** Copies of it. More than one need a database that they share. */
  readonly replicas: number;
}

export interface TempoConfig extends ServiceConfig {
  /** Days until a trace is deleted. */
  readonly retentionDays: number;
}

/** What shows how the platform and its applications are. */
export interface DashboardsServices {
  readonly grafana: GrafanaConfig | false;
  readonly tempo: TempoConfig | false;
}
