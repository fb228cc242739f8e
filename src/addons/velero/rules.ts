import { isWhole } from "../../settings/checking/numbers";
import { problem, show } from "../../settings/checking/problem";
import { problemsOfReason } from "../../settings/checking/reason";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";

const PATH = ["addons", "velero"];

/** Refuses backups that never begin or are gone at once, and rights to restore without a reason. */
export function problemsOfBackups({ addons: { velero } }: ClusterEnvironmentConfig): string[] {
  if (velero === false) {
    return [];
  }
  const { hour, keepDays, restoring } = velero;
  return [
    ...(isWhole(hour, 0, 23)
      ? []
      : [problem([...PATH, "hour"], "an hour from 0 to 23", show(hour), "write an hour of UTC")]),
    ...(isWhole(keepDays, 2, 365)
      ? []
      : [
          problem(
            [...PATH, "keepDays"],
            "days from 2 to 365",
            show(keepDays),
            "keep a backup until the next one has worked, at least",
          ),
        ]),
    ...(restoring
      ? problemsOfReason(
          restoring.reason,
          [...PATH, "restoring", "reason"],
          "say what is restored, and take it out again after that",
        )
      : []),
  ];
}
