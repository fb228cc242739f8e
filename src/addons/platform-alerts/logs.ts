import type { AlertGroup } from "./alert-rule";

const SENT = "sum by (pod) (rate(fluentbit_output_proc_records_total[10m]))";
const TRIED_AGAIN = "sum by (pod) (rate(fluentbit_output_retries_total[10m]))";
const USED = "100 - min by (pod) (fluentbit_output_chunk_available_capacity_percent)";

const sent = (pod: string) => `fluentbit_output_proc_records_total{pod="${pod}"}`;
const triedAgain = (pod: string) => `fluentbit_output_retries_total{pod="${pod}"}`;

/** What is shipped of what programs print. */
export const LOGS: AlertGroup = {
  name: "logs",
  rules: [
    {
      name: "LogsNotShipped",
      summary: "Nobody takes the lines that programs print. They wait on their nodes.",
      description: "{{ $value }} log shippers try again and again, and are rid of nothing.",
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
              description: "1 log shippers try again and again, and are rid of nothing.",
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
      summary: "Lines come faster than they are taken, and wait on the disk of their node.",
      description:
        '{{ $labels.pod }} has used {{ $value | printf "%.0f" }}% of the room in which lines wait.',
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
              description: "a has used 30% of the room in which lines wait.",
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
      summary: "Lines that programs have printed are lost.",
      description:
        '{{ $labels.pod }} has dropped {{ $value | printf "%.0f" }} lines in a quarter of an hour.',
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
              description: "a has dropped 150 lines in a quarter of an hour.",
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
