import type { ClusterEnvironment } from "../../../../src/settings/environment/environment";
import { arrow, NOTHING, type Part } from "../part";

/** Path of traces, which show requests between applications. */
export const traces = ({ addons: { tempo, grafana } }: ClusterEnvironment): Part =>
  tempo
    ? {
        boxes: [
          { id: "tempo", title: "Tempo", lines: [`keeps ${tempo.retentionDays} days`], colour: "blue" },
        ],
        arrows: [
          arrow("applications", "tempo", "traces, by OTLP"),
          ...(grafana ? [arrow("tempo", "grafana")] : []),
        ],
      }
    : NOTHING;

/** Path of applications' exceptions. */
export const exceptions = ({ externalServices: { sentry } }: ClusterEnvironment): Part =>
  sentry
    ? {
        boxes: [{ id: "sentry", title: "Sentry", lines: ["tells each team in Slack"], colour: "yellow" }],
        arrows: [arrow("applications", "sentry", "exceptions")],
      }
    : NOTHING;
