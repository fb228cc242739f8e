import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { isWhole } from "../../settings/checking/numbers";
import { problem, show } from "../../settings/checking/problem";

/** Problems of Grafana. */
export const problemsOfGrafana = (config: ClusterEnvironmentConfig): string[] =>
  [grafanaRunsSomewhere, replicasShareADatabase, grafanaHasAVolume].flatMap((rule) => rule(config));

const REPLICAS = ["addons", "grafana", "replicas"] as const;

/** Refuses a number of replicas of Grafana's own. The rule of `addons.replicas` checks a number that all share. */
const grafanaRunsSomewhere = ({ addons: { grafana, replicas } }: ClusterEnvironmentConfig): string[] =>
  grafana === false || grafana.replicas === replicas || isWhole(grafana.replicas, 1, 9)
    ? []
    : [
        problem(
          REPLICAS,
          "a whole number from 1 to 9",
          show(grafana.replicas),
          "switch Grafana off with false instead of running none of it",
        ),
      ];

const replicasShareADatabase = ({
  addons: { grafana },
  grafanaDatabase,
}: ClusterEnvironmentConfig): string[] =>
  grafana === false || grafanaDatabase !== false || !isWhole(grafana.replicas, 2, 9)
    ? []
    : [
        problem(
          REPLICAS,
          "1, since grafanaDatabase is false",
          show(grafana.replicas),
          "let it have a database, or run it once: replicas without one would each know other users",
        ),
      ];

const grafanaHasAVolume = ({ addons, grafanaDatabase }: ClusterEnvironmentConfig): string[] =>
  addons.grafana === false || grafanaDatabase !== false || addons.ebsCsiDriver !== false
    ? []
    : [
        problem(
          ["addons", "ebsCsiDriver"],
          "ebsCsiDriver on, since grafana without a database needs it for its volume",
          "false",
          "switch ebsCsiDriver on, or grafana off as well",
        ),
      ];
