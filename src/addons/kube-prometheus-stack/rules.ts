import { problemsOfInstaller } from "../../settings/addon-definition/installed-by";
import type { Reach } from "../../settings/addon-definition/definition";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { reports } from "../../settings/environment/fleet-metrics";
import { problemsOfAlerting } from "../../settings/alerting/rules";
import { isWhole } from "../../settings/checking/numbers";
import { problem, show } from "../../settings/checking/problem";

/** Alertmanager calls its receivers and a mail server; Prometheus calls the workspace of a fleet alone. */
export function reachOfMetrics(config: ClusterEnvironmentConfig): Reach {
  const { kubePrometheusStack } = config.addons;
  const smtp = kubePrometheusStack !== false && kubePrometheusStack.alerting.smtp;
  return {
    alertmanager: [443, ...(smtp ? [Number(smtp.smarthost.split(":").at(-1))] : [])],
    ...(reports(config) && { prometheus: [443] }),
  };
}

/** Problems of the settings of metrics. */
export const problemsOfMetrics = (config: ClusterEnvironmentConfig): string[] =>
  [
    retentionIsADuration,
    storageIsAVolume,
    problemsOfAlerting,
    problemsOfInstaller("kubePrometheusStack"),
  ].flatMap((rule) => rule(config));

const PATH = ["addons", "kubePrometheusStack"] as const;

const retentionIsADuration = ({ addons: { kubePrometheusStack } }: ClusterEnvironmentConfig): string[] =>
  kubePrometheusStack === false || isWhole(kubePrometheusStack.retentionDays, 1, 730)
    ? []
    : [
        problem(
          [...PATH, "retentionDays"],
          "a whole number of days from 1 to 730",
          show(kubePrometheusStack.retentionDays),
          "keep what must last longer elsewhere, by remote write",
        ),
      ];

/** EBS makes no gp3 volume beyond 16 TiB. */
const MOST_GIB = 16_384;

const storageIsAVolume = ({ addons: { kubePrometheusStack } }: ClusterEnvironmentConfig): string[] =>
  kubePrometheusStack === false || isWhole(kubePrometheusStack.storageGib, 10, MOST_GIB)
    ? []
    : [
        problem(
          [...PATH, "storageGib"],
          `a whole number of GiB from 10 to ${MOST_GIB}`,
          show(kubePrometheusStack.storageGib),
          "EBS can make a volume larger later, but never smaller",
        ),
      ];
