import type { AlertGroup } from "./alert-rule";

const left = (free: string, all: string) =>
  `min by (namespace, persistentvolumeclaim) (kubelet_volume_stats_${free} / kubelet_volume_stats_${all})`;

const FREE = left("available_bytes", "capacity_bytes");
const INODES = left("inodes_free", "inodes");

const claim = (metric: string) =>
  `kubelet_volume_stats_${metric}{namespace="monitoring",persistentvolumeclaim="data-0"}`;
const labels = { namespace: "monitoring", persistentvolumeclaim: "data-0" };

/** What pods keep on disks. */
export const VOLUMES: AlertGroup = {
  name: "volumes",
  rules: [
    {
      name: "VolumeFilling",
      summary: "A volume is filling up.",
      description:
        "Volume {{ $labels.persistentvolumeclaim }} of namespace {{ $labels.namespace }} has " +
        "{{ $value | humanizePercentage }} left.",
      levels: {
        // Prometheus keeps to nine tenths of its volume.
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
              description: "Volume data-0 of namespace monitoring has 5% left.",
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
              description: "Volume data-0 of namespace monitoring has 2% left.",
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
      summary: "A volume can hardly take any more files, however small.",
      description:
        "Volume {{ $labels.persistentvolumeclaim }} of namespace {{ $labels.namespace }} has " +
        "{{ $value | humanizePercentage }} of its inodes left.",
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
              description: "Volume data-0 of namespace monitoring has 4% of its inodes left.",
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
