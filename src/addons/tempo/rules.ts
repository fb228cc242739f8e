import { isWhole } from "../../settings/checking/numbers";
import { problem, show } from "../../settings/checking/problem";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";

/** Traces are kept for days, and not for ever. */
export function tracesExpire({ addons: { tempo } }: ClusterEnvironmentConfig): string[] {
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
