import type { Needs } from "../../settings/addon-definition/definition";
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

/** Needs the add-on that has the list of exceptions, of this one's policies too. */
export function exceptionsHaveAList({ addons: { kyverno } }: ClusterEnvironmentConfig): Needs {
  return kyverno === false || kyverno.podSecurity === false ? {} : { gatekeeper: "its list of exceptions" };
}

/** Role of the controller, which reads signatures from the organisation's registry. */
export function rolesOfKyverno({ organisation }: ClusterEnvironmentConfig): readonly string[] {
  return organisation.containerRegistry === false ? [] : ["kyverno-admission-controller"];
}
