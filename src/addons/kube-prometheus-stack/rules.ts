import { problemsOfInstaller } from "../../settings/addon-definition/installed-by";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { problemsOfAlerting } from "../../settings/alerting/rules";
import { outsideHosts } from "../../settings/checking/outside-hosts";
import { isWhole } from "../../settings/checking/numbers";
import { problem, show } from "../../settings/checking/problem";
import { problemsOfReason } from "../../settings/checking/reason";

/** Problems of the settings of metrics. */
export const problemsOfMetrics = (config: ClusterEnvironmentConfig): string[] =>
  [
    retentionIsADuration,
    storageIsAVolume,
    egressIsExplained,
    hostsAreWithinReach,
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

const egressIsExplained = ({ addons: { kubePrometheusStack } }: ClusterEnvironmentConfig): string[] => {
  if (kubePrometheusStack === false || kubePrometheusStack.egress === false) {
    return [];
  }
  const { reason, ports } = kubePrometheusStack.egress;
  return [
    ...problemsOfReason(reason, [...PATH, "egress", "reason"], "say whom Prometheus calls, and why"),
    ...(ports.length > 0 && ports.every((port) => isWhole(port, 1, 65_535))
      ? []
      : [
          problem(
            [...PATH, "egress", "ports"],
            "TCP ports from 1 to 65535",
            show(ports),
            "write [443] for HTTPS",
          ),
        ]),
  ];
};

/** The network policy of Prometheus drops calls out of the cluster, and nothing but a metric would tell. */
const hostsAreWithinReach = ({ addons: { kubePrometheusStack } }: ClusterEnvironmentConfig): string[] =>
  kubePrometheusStack === false || kubePrometheusStack.egress !== false
    ? []
    : outsideHosts(kubePrometheusStack.values.prometheus).map(({ path, host }) =>
        problem(
          [...PATH, "values", "prometheus", ...path],
          "a host in the cluster, since the network policy lets Prometheus call no other",
          show(host),
          "declare the call in addons.kubePrometheusStack.egress, or write <service>.<namespace>.svc",
        ),
      );

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
