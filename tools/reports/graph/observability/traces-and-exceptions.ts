import type { ClusterEnvironment } from "../../../../src/settings/environment/environment";
import { arrow, NOTHING, type Part } from "../part";

/** How requests go from application to application. */
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

/** What applications fail at. */
export const exceptions = ({ externalServices: { sentry } }: ClusterEnvironment): Part =>
  sentry
    ? {
        boxes: [{ id: "sentry", title: "Sentry", lines: ["tells each team in Slack"], colour: "yellow" }],
        arrows: [arrow("applications", "sentry", "exceptions")],
      }
    : NOTHING;
