import type { AlertCases } from "./alert-case.cases";

const sent = (pod: string) => `fluentbit_output_proc_records_total{pod="${pod}"}`;

const triedAgain = (pod: string) => `fluentbit_output_retries_total{pod="${pod}"}`;

/** Evidence for rules about Fluent Bit, which ships logs. */
export const LOGS_CASES: AlertCases = {
  LogsNotShipped: [
    {
      when: "the destination takes nothing of one node",
      series: {
        [sent("a")]: "100x60",
        [triedAgain("a")]: "0+10x60",
        [sent("b")]: "0+100x60",
        [triedAgain("b")]: "0x60",
      },
      at: "30m",
      alerts: [
        {
          severity: "warning",
          since: "16m",
          labels: {},
          description: "Number of log shippers that retry without delivering anything: 1.",
        },
      ],
    },
    {
      when: "one has nothing to send, and another sends at the second try",
      series: {
        [sent("a")]: "100x60",
        [triedAgain("a")]: "3x60",
        [sent("b")]: "0+100x60",
        [triedAgain("b")]: "0+10x60",
      },
      at: "30m",
      alerts: [],
    },
  ],
  LogsWaiting: [
    {
      when: "almost a third of the room is used",
      series: { 'fluentbit_output_chunk_available_capacity_percent{pod="a"}': "70x30" },
      at: "20m",
      alerts: [
        {
          severity: "warning",
          since: "15m",
          labels: { pod: "a" },
          description: "The log shipper in pod a has filled 30% of the disk space for waiting lines.",
        },
      ],
    },
    {
      when: "most of a burst has been sent after ten minutes",
      series: { 'fluentbit_output_chunk_available_capacity_percent{pod="a"}': "50x10 80x20" },
      at: "20m",
      alerts: [],
    },
  ],
  LogsLost: [
    {
      when: "the room in which they wait is full",
      series: { 'fluentbit_output_dropped_records_total{pod="a"}': "0x10 0+10x50" },
      at: "40m",
      alerts: [
        {
          severity: "warning",
          since: "17m",
          labels: { pod: "a" },
          description: "The log shipper in pod a dropped 150 lines in 15 minutes.",
        },
      ],
    },
    {
      when: "some were lost, hours ago",
      series: { 'fluentbit_output_dropped_records_total{pod="a"}': "700x60" },
      at: "40m",
      alerts: [],
    },
  ],
};
