import type { ClusterEnvironmentConfig } from "../../environment/environment";
import { isWhole } from "../../checking/numbers";
import { problem, show } from "../../checking/problem";

/** What is wrong with what shows how things are. */
export const problemsOfDashboards = (config: ClusterEnvironmentConfig): string[] =>
  [grafanaRunsSomewhere, replicasShareADatabase, grafanaHasAVolume, tracesExpire].flatMap((rule) =>
    rule(config),
  );

const REPLICAS = ["addons", "grafana", "replicas"] as const;

/** As many as everything else, unless somebody wrote another number: then the rule of `services.replicas` speaks. */
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

const tracesExpire = ({ addons: { tempo } }: ClusterEnvironmentConfig): string[] =>
  tempo === false || isWhole(tempo.retentionDays, 1, 365)
    ? []
    : [
        problem(
          ["addons", "tempo", "retentionDays"],
          "a whole number of days from 1 to 365",
          show(tempo.retentionDays),
          "traces tell of last week's requests; keep metrics for longer",
        ),
      ];
