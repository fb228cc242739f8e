import type { ChartValue } from "../../settings/checking/chart-values";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { problemsOfDriver } from "../../settings/cluster/drivers";
import { problem } from "../../settings/checking/problem";

/** Storage class of the volumes of all add-ons. */
export const STORAGE_CLASS = "ebs-gp3";

const problemsOfInstallation = problemsOfDriver("ebsCsiDriver");

/** Problems of the driver: its form, and values that take away the class of add-ons. */
export const problemsOfVolumes = (config: ClusterEnvironmentConfig): string[] => [
  ...problemsOfInstallation(config),
  ...storageClassRemains(config),
];

/** Refuses values that replace the storage classes and leave out the one that volumes of add-ons name. */
function storageClassRemains({ addons: { ebsCsiDriver } }: ClusterEnvironmentConfig): string[] {
  const classes = ebsCsiDriver === false ? undefined : ebsCsiDriver.values.storageClasses;
  return classes === undefined || (Array.isArray(classes) && classes.some(isOurs))
    ? []
    : [
        problem(
          ["addons", "ebsCsiDriver", "values", "storageClasses"],
          `a list with the class ${STORAGE_CLASS}, which volumes of add-ons name`,
          Array.isArray(classes) ? "a list without it" : "no list",
          "a list replaces the add-on's as a whole: add that class to it",
        ),
      ];
}

const isOurs = (item: ChartValue): boolean =>
  typeof item === "object" && item !== null && "name" in item && item.name === STORAGE_CLASS;
