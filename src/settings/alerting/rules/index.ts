import type { AlertingConfig } from "../alerting";
import { problemsOfReceivers } from "./receivers";
import { problemsOfRoutes } from "./routes";
import { problemsOfTimeIntervals } from "./time-intervals";
import { watchdogIsHeard } from "./watchdog";
import type { Path } from "../../checking/problem";

const PATH: Path = ["addons", "kubePrometheusStack", "alerting"];

/** Part of an environment that says who hears of alerts. */
interface OfAlerting {
  readonly addons: { readonly kubePrometheusStack: false | { readonly alerting: AlertingConfig } };
}

/** Problems of the routes and receivers of alerts. */
export function problemsOfAlerting({ addons: { kubePrometheusStack } }: OfAlerting): string[] {
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
