import type { ClusterEnvironment } from "../../../../src/settings/environment/environment";
import type { Box } from "../picture";
import { arrow, NOTHING, type Part } from "../part";
import { receivers } from "./receivers";

/** Path of metrics, and the receivers of their alerts. */
export function metrics({ addons: { kubePrometheusStack, grafana } }: ClusterEnvironment): Part {
  if (kubePrometheusStack === false) {
    return NOTHING;
  }
  const { retentionDays, alerting } = kubePrometheusStack;
  const routed = receivers(alerting);
  return {
    boxes: [
      { id: "prometheus", title: "Prometheus", lines: [`keeps ${retentionDays} days`], colour: "blue" },
      { id: "alertmanager", title: "Alertmanager", lines: ["sends alerts"], colour: "blue" },
      ...(grafana ? [GRAFANA] : []),
      ...routed.boxes,
    ],
    arrows: [
      arrow("applications", "prometheus", "metrics, probes"),
      arrow("prometheus", "alertmanager"),
      ...(grafana ? [arrow("prometheus", "grafana")] : []),
      ...routed.arrows,
    ],
  };
}

const GRAFANA: Box = { id: "grafana", title: "Grafana", lines: ["dashboards"], colour: "blue" };
