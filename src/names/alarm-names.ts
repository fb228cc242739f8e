/** Kinds of events of an audit log that raise an alarm. */
export const AUDIT_LOG_ALARMS = [
  "platform-pod-entered",
  "secrets-read",
  "rights-changed",
  "admission-changed",
  "anonymous-admitted",
] as const;

export type AuditLogAlarm = (typeof AUDIT_LOG_ALARMS)[number];

/** Measures of a database that have an alarm. */
export const DATABASE_ALARMS = ["cpu", "storage", "local-storage"] as const;

/** Names of a cluster's CloudWatch alarms. Terraform's roles may change these and no others that begin alike. */
export const alarmName = {
  auditLog: (cluster: string, kind: AuditLogAlarm): string => `${cluster}-${kind}`,
  certificateExpiry: (cluster: string): string => `${cluster}-certificate-expiry`,
  controlPlaneErrors: (cluster: string): string => `${cluster}-control-plane-errors`,
  database: (cluster: string, addon: string, measure: (typeof DATABASE_ALARMS)[number]): string =>
    `${cluster}-${addon}-database-${measure}`,
  fleetWatchdog: (cluster: string): string => `${cluster}-fleet-watchdog`,
  natPorts: (cluster: string, zone: string): string => `${cluster}-nat-${zone}-ports`,
  nodeGroupLimit: (cluster: string, nodeGroup: string): string => `${cluster}-${nodeGroup}-node-group-limit`,
  unreachable: (cluster: string, check: string): string => `${cluster}-${check}-unreachable`,
  watchdog: (cluster: string): string => `${cluster}-watchdog`,
};

/** Names of a cluster's SNS topics. */
export const topicName = {
  alarms: (cluster: string): string => `${cluster}-slack-alerts`,
  fleet: (cluster: string, receiver: string): string => `${cluster}-fleet-${receiver}`,
  threats: (cluster: string): string => `${cluster}-threats`,
  uptime: (cluster: string, severity: string): string => `${cluster}-uptime-${severity}`,
  watchdog: (cluster: string): string => `${cluster}-watchdog`,
};

/** Kinds of events by which AWS announces the end of an instance. */
export const INTERRUPTIONS = ["health", "spot", "rebalance", "state", "reservation"] as const;

export type Interruption = (typeof INTERRUPTIONS)[number];

/** Names of a cluster's rules of EventBridge. */
export const eventRuleName = {
  // A name has 64 characters at most, of which a cluster's has 40.
  interruption: (cluster: string, kind: Interruption): string => `${cluster}-karpenter-${kind}`,
  sessions: (cluster: string): string => `${cluster}-api-sessions`,
  threats: (cluster: string): string => `${cluster}-threats`,
};
