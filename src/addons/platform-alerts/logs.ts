import type { AlertGroup } from "./alert-rule";

const SENT = "sum by (pod) (rate(fluentbit_output_proc_records_total[10m]))";
const TRIED_AGAIN = "sum by (pod) (rate(fluentbit_output_retries_total[10m]))";
const USED = "100 - min by (pod) (fluentbit_output_chunk_available_capacity_percent)";

const sent = (pod: string) => `fluentbit_output_proc_records_total{pod="${pod}"}`;
const triedAgain = (pod: string) => `fluentbit_output_retries_total{pod="${pod}"}`;

/** Rules about Fluent Bit, which ships logs. */
export const LOGS: AlertGroup = {
  name: "logs",
  rules: [
    {
      name: "LogsNotShipped",
      summary: "Log shippers cannot deliver logs.",
      description: "Number of log shippers that retry without delivering anything: {{ $value }}.",
      impact: "Engineers see no new logs; lines wait on the nodes and are not lost yet.",
      firstLook: "Read first the destination's answer in Fluent Bit's log.",
      levels: {
        warning: { expr: `count((${SENT} == 0) and (${TRIED_AGAIN} > 0)) > 0`, for: "15m" },
      },
      cases: [
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
    },
    {
      name: "LogsWaiting",
      summary: "Logs arrive faster than their destination accepts them.",
      description:
        'The log shipper in pod {{ $labels.pod }} has filled {{ $value | printf "%.0f" }}% of the disk space for waiting lines.',
      impact: "Engineers see logs late; a full disk buffer loses the oldest lines.",
      firstLook:
        "Check first whether the destination accepts any lines, then find the application that logs most.",
      levels: { warning: { expr: `${USED} > 25`, for: "15m" } },
      cases: [
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
    },
    {
      name: "LogsLost",
      summary: "Log lines have been lost.",
      description:
        'The log shipper in pod {{ $labels.pod }} dropped {{ $value | printf "%.0f" }} lines in 15 minutes.',
      impact: "Engineers and auditors cannot recover these lines.",
      firstLook:
        "Read Fluent Bit's log first: it says whether the disk buffer is full or the destination rejects lines.",
      levels: {
        warning: {
          expr: "sum by (pod) (increase(fluentbit_output_dropped_records_total[15m])) > 0",
          for: "5m",
        },
      },
      cases: [
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
    },
  ],
};
