import type { AlertCases } from "./alert-case.cases";

const claim = (metric: string) =>
  `kubelet_volume_stats_${metric}{namespace="monitoring",persistentvolumeclaim="data-0"}`;

const labels = { namespace: "monitoring", persistentvolumeclaim: "data-0" };

/** Evidence for rules about persistent volumes. */
export const VOLUMES_CASES: AlertCases = {
  VolumeFilling: [
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
  VolumeInodesRunningOut: [
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
};
