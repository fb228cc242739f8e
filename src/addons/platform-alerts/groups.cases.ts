import type { AlertCases } from "./alert-case.cases";
import { ADDON_PODS_CASES } from "./addon-pods.cases";
import { ADDON_REPLICAS_CASES } from "./addon-replicas.cases";
import { ALERTMANAGER_CASES } from "./alertmanager.cases";
import { ARGO_CASES } from "./argo.cases";
import { AUTOSCALER_CASES } from "./autoscaler.cases";
import { BACKUPS_CASES } from "./backups.cases";
import { CERTIFICATES_CASES } from "./certificates.cases";
import { DNS_RECORDS_CASES } from "./dns-records.cases";
import { FLUX_CASES } from "./flux.cases";
import { LOAD_BALANCERS_CASES } from "./load-balancers.cases";
import { LOGS_CASES } from "./logs.cases";
import { MONITORING_CASES } from "./monitoring.cases";
import { NODE_LIMITS_CASES } from "./node-limits.cases";
import { NODE_STATE_CASES } from "./node-state.cases";
import { POD_NETWORK_CASES } from "./pod-network.cases";
import { PODS_CASES } from "./pods.cases";
import { POLICIES_CASES } from "./policies.cases";
import { PROMETHEUS_CASES } from "./prometheus.cases";
import { SECRETS_CASES } from "./secrets.cases";
import { VOLUMES_CASES } from "./volumes.cases";
import { WEB_CASES } from "./web.cases";
import { WORKFLOWS_CASES } from "./workflows.cases";

/** Evidence for all alerts about the platform. */
export const ALERT_CASES: AlertCases = {
  ...ADDON_PODS_CASES,
  ...ADDON_REPLICAS_CASES,
  ...ALERTMANAGER_CASES,
  ...ARGO_CASES,
  ...AUTOSCALER_CASES,
  ...BACKUPS_CASES,
  ...CERTIFICATES_CASES,
  ...DNS_RECORDS_CASES,
  ...FLUX_CASES,
  ...LOAD_BALANCERS_CASES,
  ...LOGS_CASES,
  ...MONITORING_CASES,
  ...NODE_LIMITS_CASES,
  ...NODE_STATE_CASES,
  ...POD_NETWORK_CASES,
  ...PODS_CASES,
  ...POLICIES_CASES,
  ...PROMETHEUS_CASES,
  ...SECRETS_CASES,
  ...VOLUMES_CASES,
  ...WEB_CASES,
  ...WORKFLOWS_CASES,
};
