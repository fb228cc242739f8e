import { outsideHosts } from "../../settings/checking/outside-hosts";
import { isWhole } from "../../settings/checking/numbers";
import { problem, show } from "../../settings/checking/problem";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";

/** Problems of Tempo. */
export const problemsOfTempo = (config: ClusterEnvironmentConfig): string[] =>
  [tracesExpire, hostsAreWithinReach].flatMap((rule) => rule(config));

/** Traces are kept for days, and not for ever. */
function tracesExpire({ addons: { tempo } }: ClusterEnvironmentConfig): string[] {
  return tempo === false || isWhole(tempo.retentionDays, 1, 365)
    ? []
    : [
        problem(
          ["addons", "tempo", "retentionDays"],
          "a whole number of days from 1 to 365",
          show(tempo.retentionDays),
          "traces tell of last week's requests; keep metrics for longer",
        ),
      ];
}

/** The network policy of Tempo lets it call Prometheus, and nothing outside the cluster. */
function hostsAreWithinReach({ addons: { tempo } }: ClusterEnvironmentConfig): string[] {
  return outsideHosts(tempo === false ? {} : tempo.values).map(({ path, host }) =>
    problem(
      ["addons", "tempo", "values", ...path],
      "a host in the cluster, since the network policy lets Tempo call no other",
      show(host),
      "write <service>.<namespace>.svc, or let Prometheus send the metrics on",
    ),
  );
}
