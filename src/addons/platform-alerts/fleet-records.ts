import type { HelmValues } from "../../constructs/helm-values";
import type { Manifest } from "../../constructs/manifests";

/** Series by which a fleet knows that a cluster works: the time at which its Prometheus evaluated rules last. */
export const REPORTED = "fleet:reported:timestamp_seconds";

/** Numbers of each cluster that the fleet's dashboard and alerts need, by the name under which they leave it. */
export const FLEET_RECORDS: Readonly<Record<string, string>> = {
  [REPORTED]: "vector(time())",
  "fleet:nodes:count": "count(kube_node_info)",
  "fleet:nodes_ready:count": 'sum(kube_node_status_condition{condition="Ready",status="true"})',
  "fleet:pods:count": 'sum(kube_pod_status_phase{phase="Running"})',
  "fleet:pods_unhealthy:count":
    'sum by (namespace) (kube_pod_status_phase{phase=~"Pending|Failed|Unknown"}) > 0',
};

/** Rule by which the Prometheus of a cluster makes these numbers. */
export const fleetRecords = (namespace: string): Manifest => ({
  apiVersion: "monitoring.coreos.com/v1",
  kind: "PrometheusRule",
  metadata: { name: "platform-fleet-records", namespace },
  spec: {
    groups: [
      {
        name: "platform-fleet-records",
        rules: Object.entries(FLEET_RECORDS).map(([record, expr]): HelmValues => ({ record, expr })),
      },
    ],
  },
});
