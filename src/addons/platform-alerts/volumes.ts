import type { AlertGroup } from "./alert-rule";

const left = (free: string, all: string) =>
  `min by (namespace, persistentvolumeclaim) (kubelet_volume_stats_${free} / kubelet_volume_stats_${all})`;

const FREE = left("available_bytes", "capacity_bytes");
const INODES = left("inodes_free", "inodes");

/** Rules about persistent volumes. */
export const VOLUMES: AlertGroup = {
  name: "volumes",
  rules: [
    {
      name: "VolumeFilling",
      summary: "A volume is nearly full.",
      description:
        "Volume {{ $labels.persistentvolumeclaim }} in namespace {{ $labels.namespace }} has {{ $value | humanizePercentage }} left.",
      impact: "The program that writes to a full volume stops.",
      firstLook: "Find first the pod that uses the volume and how fast it fills.",
      levels: {
        // Prometheus uses up to nine tenths of its volume by design.
        warning: { expr: `${FREE} < 0.08`, for: "30m" },
        page: { expr: `${FREE} < 0.03`, for: "10m" },
      },
    },
    {
      name: "VolumeInodesRunningOut",
      summary: "A volume has almost no room for more files.",
      description:
        "Volume {{ $labels.persistentvolumeclaim }} in namespace {{ $labels.namespace }} has {{ $value | humanizePercentage }} of its inodes left.",
      impact: "The program that writes to it stops when it can make no more files.",
      firstLook: "Count first the files in each of the volume's folders.",
      levels: { warning: { expr: `${INODES} < 0.05`, for: "30m" } },
    },
  ],
};
