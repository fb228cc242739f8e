import type { ClusterEnvironmentConfig } from "../../environment/environment";
import { problemsOfReceivers } from "./receivers";
import { problemsOfRoutes } from "./routes";
import { problemsOfTimeIntervals } from "./time-intervals";
import { watchdogIsHeard } from "./watchdog";
import type { Path } from "../../checking/problem";

const PATH: Path = ["addons", "kubePrometheusStack", "alerting"];

/** Problems of the routes and receivers of alerts. */
export function problemsOfAlerting({ addons: { kubePrometheusStack } }: ClusterEnvironmentConfig): string[] {
  if (kubePrometheusStack === false) {
    return [];
  }
  const { alerting } = kubePrometheusStack;

  return [
    ...problemsOfReceivers(alerting, PATH),
    ...problemsOfRoutes(alerting, PATH),
    ...problemsOfTimeIntervals(alerting, PATH),
    ...watchdogIsHeard(alerting, PATH),
  ];
}
