import type { EnvironmentConfig } from "../environment";
import type { AlertingConfig } from "../services/alerting";
import { ALERT_RECEIVERS_SECRET } from "../services/alert-receivers-secret";
import { problemsOfReceivers } from "./alert-receivers";
import { problemsOfRoutes } from "./alert-routes";
import { problemsOfTimeIntervals } from "./alert-time-intervals";
import { watchdogIsHeard } from "./alert-watchdog";
import { type Path, problem } from "./problem";

const PATH: Path = ["services", "kubePrometheusStack", "alerting"];

/** What is wrong with who hears of alerts. */
export function problemsOfAlerting({
  services: { kubePrometheusStack, externalSecrets },
}: EnvironmentConfig): string[] {
  if (kubePrometheusStack === false) {
    return [];
  }
  const { alerting } = kubePrometheusStack;

  return [
    ...problemsOfReceivers(alerting, PATH),
    ...problemsOfRoutes(alerting, PATH),
    ...problemsOfTimeIntervals(alerting, PATH),
    ...watchdogIsHeard(alerting, PATH),
    ...(externalSecrets === false || !needsSecret(alerting) || externalSecrets.secrets.some(isReceivers)
      ? []
      : [
          problem(
            ["services", "externalSecrets", "secrets"],
            `a copy called ${ALERT_RECEIVERS_SECRET.name} in ${ALERT_RECEIVERS_SECRET.namespace}, which ` +
              "Alertmanager mounts",
            "none",
            `copy govuk/alertmanager/receivers, or leave every receiver out of ${PATH.join(".")}`,
          ),
        ]),
  ];
}

const needsSecret = ({ receivers }: AlertingConfig): boolean =>
  Object.values(receivers).some(({ kind }) => kind !== "sns");

const isReceivers = ({ name, namespace }: { readonly name: string; readonly namespace: string }): boolean =>
  name === ALERT_RECEIVERS_SECRET.name && namespace === ALERT_RECEIVERS_SECRET.namespace;
