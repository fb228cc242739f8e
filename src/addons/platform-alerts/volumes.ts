import type { AlertGroup } from "./alert-rule";

const left = (free: string, all: string) =>
  `min by (namespace, persistentvolumeclaim) (kubelet_volume_stats_${free} / kubelet_volume_stats_${all})`;

const FREE = left("available_bytes", "capacity_bytes");
const INODES = left("inodes_free", "inodes");

const claim = (metric: string) =>
  `kubelet_volume_stats_${metric}{namespace="monitoring",persistentvolumeclaim="data-0"}`;
const labels = { namespace: "monitoring", persistentvolumeclaim: "data-0" };

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
      cases: [
        {
          when: "a twentieth is left",
          series: { [claim("available_bytes")]: "5x60", [claim("capacity_bytes")]: "100x60" },
          at: "40m",
          alerts: [
            {
              severity: "warning",
              since: "30m",
              labels,
              description: "Volume data-0 in namespace monitoring has 5% left.",
            },
          ],
        },
        {
          when: "a fiftieth is left",
          series: { [claim("available_bytes")]: "2x60", [claim("capacity_bytes")]: "100x60" },
          at: "15m",
          alerts: [
            {
              severity: "page",
              since: "10m",
              labels,
              description: "Volume data-0 in namespace monitoring has 2% left.",
            },
          ],
        },
        {
          when: "a tenth is left",
          series: { [claim("available_bytes")]: "10x60", [claim("capacity_bytes")]: "100x60" },
          at: "40m",
          alerts: [],
        },
      ],
    },
    {
      name: "VolumeInodesRunningOut",
      summary: "A volume has almost no room for more files.",
      description:
        "Volume {{ $labels.persistentvolumeclaim }} in namespace {{ $labels.namespace }} has {{ $value | humanizePercentage }} of its inodes left.",
      impact: "The program that writes to it stops when it can make no more files.",
      firstLook: "Count first the files in each of the volume's folders.",
      levels: { warning: { expr: `${INODES} < 0.05`, for: "30m" } },
      cases: [
        {
          when: "a twenty-fifth is left",
          series: { [claim("inodes_free")]: "4x60", [claim("inodes")]: "100x60" },
          at: "40m",
          alerts: [
            {
              severity: "warning",
              since: "30m",
              labels,
              description: "Volume data-0 in namespace monitoring has 4% of its inodes left.",
            },
          ],
        },
        {
          when: "a fourteenth is left",
          series: { [claim("inodes_free")]: "7x60", [claim("inodes")]: "100x60" },
          at: "40m",
          alerts: [],
        },
      ],
    },
  ],
};
