import type { EnvironmentConfig } from "../environment";
import { problemsOfReceivers } from "./alert-receivers";
import { problemsOfRoutes } from "./alert-routes";
import { problemsOfTimeIntervals } from "./alert-time-intervals";
import { watchdogIsHeard } from "./alert-watchdog";
import type { Path } from "./problem";

const PATH: Path = ["services", "kubePrometheusStack", "alerting"];

/** What is wrong with who hears of alerts. */
export function problemsOfAlerting({ services: { kubePrometheusStack } }: EnvironmentConfig): string[] {
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
