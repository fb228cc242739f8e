import type { ClusterCheck } from "../trial";
import { dns, ingress, signIn, tls } from "./internet";
import { externalSecret, logLine, metric, trace } from "./telemetry";
import { deniedPath, pod, scaleUp, service, volume } from "./workload";

/** Checks of a cluster, each behind the one that it needs. */
export const CLUSTER_CHECKS: readonly ClusterCheck[] = [
  pod,
  service,
  deniedPath,
  ingress,
  dns,
  tls,
  externalSecret,
  volume,
  metric,
  logLine,
  trace,
  signIn,
  scaleUp,
];
