import type { AccessTable, RefusedRequests, RoleAccess } from "./table";

const READ = ["aps:QueryMetrics", "aps:GetSeries", "aps:GetLabels"];

const CHANGE = ["aps:PutAlertManagerDefinition", "aps:DeleteWorkspace"];

const OWN = "arn:aws:aps:<region>:<account>:workspace/ws-0a1b2c3d-4e5f-4a6b-8c7d-8e9f0a1b2c3d";

const OTHER = "arn:aws:aps:<region>:<account>:workspace/ws-ffffffff-4e5f-4a6b-8c7d-8e9f0a1b2c3d";

const REFUSED: readonly RefusedRequests[] = [
  { actions: READ, on: OWN, because: "metrics of other clusters" },
  { actions: CHANGE, on: OWN, because: "the workspace itself" },
  { actions: ["aps:RemoteWrite"], on: OTHER, because: "another workspace" },
];

/** Role in the account of a hub, by which one workload cluster writes its metrics. */
const WRITER: RoleAccess = { may: [{ actions: ["aps:RemoteWrite"], on: OWN }], mayNot: REFUSED };

/** Role of a hub by which each workload cluster of the example writes. */
const roleOfHub = (label: string): string => `arn:aws:iam::111100001111:role/hub-metrics-of-${label}`;

const OF_CLUSTER = { live: "northwind", preview: "northwind-preview", store: "southwind" } as const;

const LABELS = Object.values(OF_CLUSTER);

/** Roles by which the clusters of a fleet send metrics to their hub. */
export const FLEET_METRICS: AccessTable = {
  ...Object.fromEntries(LABELS.map((label) => [`<cluster>-metrics-of-${label}`, WRITER])),
  "kube-prometheus-stack-prometheus-<cluster>": {
    may: [
      { actions: ["aps:RemoteWrite"], on: OWN, cluster: "hub" },
      ...Object.entries(OF_CLUSTER).map(([cluster, label]) => ({
        actions: ["sts:AssumeRole", "sts:TagSession"],
        on: roleOfHub(label),
        cluster,
      })),
    ],
    mayNot: [
      ...REFUSED,
      ...Object.entries(OF_CLUSTER).flatMap(([cluster, label]) =>
        LABELS.filter((other) => other !== label).map((other) => ({
          actions: ["sts:AssumeRole"],
          on: roleOfHub(other),
          cluster,
          because: "the role of another cluster",
        })),
      ),
      {
        actions: ["sts:AssumeRole"],
        on: "arn:aws:iam::111100001111:role/terraform-apply",
        because: "any other role of the hub's account",
      },
    ],
  },
};
