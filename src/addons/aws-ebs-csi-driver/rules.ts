import type { ChartValue } from "../../settings/checking/chart-values";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { problem } from "../../settings/checking/problem";

/** Storage class of the volumes of all add-ons. */
export const STORAGE_CLASS = "ebs-gp3";

/** Refuses values that replace the storage classes and leave out the one that volumes of add-ons name. */
export function storageClassRemains({ addons: { ebsCsiDriver } }: ClusterEnvironmentConfig): string[] {
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
