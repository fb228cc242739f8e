import { problemsOfInstaller } from "../../settings/addon-definition/installed-by";
import { isWhole } from "../../settings/checking/numbers";
import { problem, show } from "../../settings/checking/problem";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";

/** Problems of Tempo. */
export const problemsOfTempo = (config: ClusterEnvironmentConfig): string[] =>
  [tracesExpire, servicesHaveNames, problemsOfInstaller("tempo")].flatMap((rule) => rule(config));

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

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#rfc-1035-label-names */
const SERVICE_NAME = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Names of its Services are ones that Kubernetes takes, each once. */
const servicesHaveNames = ({ addons: { tempo } }: ClusterEnvironmentConfig): string[] =>
  (tempo === false ? [] : tempo.serviceNames).flatMap((name, index, names) => {
    const path = ["addons", "tempo", "serviceNames", index];
    if (!SERVICE_NAME.test(name)) {
      return [
        problem(path, "the name of a Service", show(name), "use lower-case letters, digits and hyphens"),
      ];
    }
    return name === "tempo" || names.indexOf(name) < index
      ? [problem(path, "a name that it has not yet", show(name), "remove it")]
      : [];
  });
