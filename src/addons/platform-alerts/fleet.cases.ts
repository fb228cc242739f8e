import type { AlertCases } from "./alert-case.cases";
import { REPORTED } from "./fleet-records";

/** Samples of a cluster of `examples/giant-swarm`, as they come to the workspace. */
const of = (cluster: string, organisation: string): string =>
  `${REPORTED}{cluster="${cluster}",environment="${organisation}",organisation="${organisation}"}`;

const SOUTHWIND = of("southwind", "southwind");

/** Samples of all clusters but one that come the whole time. */
const OTHERS = {
  [`${REPORTED}{cluster="hub",environment="hub",organisation="windfleet"}`]: "1x200",
  [of("northwind", "northwind")]: "1x200",
  [of("northwind-preview", "northwind")]: "1x200",
};

const RAISED = 'alertname="NodeNotReady",cluster="southwind",organisation="southwind"';

/** Evidence for alerts about the clusters of a fleet. */
export const FLEET_CASES: AlertCases = {
  ClusterSilent: [
    {
      when: "a cluster stops reporting after half an hour",
      series: { ...OTHERS, [SOUTHWIND]: "1x30" },
      at: "60m",
      alerts: [
        {
          severity: "page",
          since: "45m",
          labels: { cluster: "southwind", organisation: "southwind" },
          description: "Cluster southwind of southwind has sent no metrics for 15 minutes.",
        },
      ],
    },
    {
      when: "the hub itself stops reporting",
      series: {
        ...OTHERS,
        [SOUTHWIND]: "1x200",
        [`${REPORTED}{cluster="hub",environment="hub",organisation="windfleet"}`]: "1x30",
      },
      at: "60m",
      alerts: [
        {
          severity: "page",
          since: "45m",
          labels: { cluster: "hub", organisation: "windfleet" },
          description: "Cluster hub of windfleet has sent no metrics for 15 minutes.",
        },
      ],
    },
    { when: "a cluster is newly made", series: OTHERS, at: "60m", alerts: [] },
    {
      when: "its Prometheus is replaced for ten minutes",
      series: { ...OTHERS, [SOUTHWIND]: "1x30 _x10 1x60" },
      at: "60m",
      alerts: [],
    },
  ],
  ClusterNeverReported: [
    {
      when: "it has sent nothing for an hour since it is expected",
      series: OTHERS,
      at: "90m",
      alerts: [
        {
          severity: "warning",
          since: "60m",
          labels: { cluster: "southwind", organisation: "southwind" },
          description: "Cluster southwind of southwind has sent no metrics for 7 days.",
        },
      ],
    },
    {
      when: "it reported, and stopped",
      series: { ...OTHERS, [SOUTHWIND]: "1x30" },
      at: "180m",
      alerts: [],
    },
  ],
  ClusterAlertFiring: [
    {
      when: "a cluster pages",
      series: { [`ALERTS{${RAISED},alertstate="firing",environment="southwind",severity="page"}`]: "1x30" },
      at: "10m",
      alerts: [
        {
          severity: "page",
          since: "2m",
          labels: { cluster: "southwind", organisation: "southwind", raised: "NodeNotReady" },
          description: "Cluster southwind of southwind raises NodeNotReady.",
        },
      ],
    },
    {
      when: "a cluster warns of two nodes",
      series: {
        [`ALERTS{${RAISED},alertstate="firing",environment="southwind",severity="warning",node="a"}`]: "1x30",
        [`ALERTS{${RAISED},alertstate="firing",environment="southwind",severity="warning",node="b"}`]: "1x30",
      },
      at: "10m",
      alerts: [
        {
          severity: "warning",
          since: "5m",
          labels: { cluster: "southwind", organisation: "southwind", raised: "NodeNotReady" },
          description: "Cluster southwind of southwind raises NodeNotReady.",
        },
      ],
    },
    {
      when: "it is the workspace's own alert, one that is not yet firing, or the one that always fires",
      series: {
        [`ALERTS{${RAISED},alertstate="firing",severity="page"}`]: "1x30",
        [`ALERTS{${RAISED},alertstate="pending",environment="southwind",severity="page"}`]: "1x30",
        'ALERTS{alertname="Watchdog",alertstate="firing",cluster="southwind",environment="southwind",severity="warning"}':
          "1x30",
      },
      at: "10m",
      alerts: [],
    },
  ],
};
