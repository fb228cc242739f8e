import type { AlertGroup } from "./alert-rule";

const SENT = "sum by (pod) (rate(fluentbit_output_proc_records_total[10m]))";
const TRIED_AGAIN = "sum by (pod) (rate(fluentbit_output_retries_total[10m]))";
const USED = "100 - min by (pod) (fluentbit_output_chunk_available_capacity_percent)";

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
    },
  ],
};
