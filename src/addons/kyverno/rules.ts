import { problemsOfReason } from "../../settings/checking/reason";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";

/** Refuses to let pods with unsigned images start without a reason. */
export function unsignedImagesAreExplained({ addons: { kyverno } }: ClusterEnvironmentConfig): string[] {
  return kyverno === false || kyverno.unsigned === false
    ? []
    : problemsOfReason(
        kyverno.unsigned.reason,
        ["addons", "kyverno", "unsigned", "reason"],
        "say which images are not signed yet, or write unsigned: false",
      );
}
