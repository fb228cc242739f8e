import { type Json, leavesOf } from "../../../output/leaves";
import { isMap, type JsonMap, textOf } from "../../changes/json-map";
import { at, listAt, mapAt } from "../objects";
import type { Rule } from "../rendered";
import { settingsNamed } from "../settings";

const NEEDED = [
  ["requests", "cpu"],
  ["requests", "memory"],
  ["limits", "memory"],
] as const;

/** Every container says what it needs and how much memory it may take. */
export const everyContainerHasResources: Rule = ({ workloads }) =>
  workloads.flatMap((workload) =>
    workload.containers.flatMap((container) => {
      const missing = NEEDED.filter((path) => at(container.resources, ...path) === undefined);
      const names = missing.map((path) => path.join(".")).join(", ");
      return names === "" ? [] : [`${workload.name}: container ${textOf(container.name)} has no ${names}`];
    }),
  );

/**
 * What the environment gives containers reaches one of them, as its own or as what it passes on: a chart says nothing
 * about a key that it does not know.
 */
export const resourcesAreUsed: Rule = ({ release, workloads }) => {
  const containers = workloads.flatMap((workload) => workload.containers);
  return settingsNamed(/^resources$/i, release.values)
    .filter(({ value }) => NEEDED.some((path) => at(value, ...path) !== undefined))
    .filter(({ value }) => !containers.some((container) => hasResources(container, value)))
    .map(({ path, value }) => `values.${path}: no container has ${textOf(value)}`);
};

const hasResources = ({ resources = {}, args = [] }: JsonMap, wanted: Json): boolean =>
  includes(resources, wanted) ||
  [...leavesOf(wanted)]
    .filter(({ value }) => /^\d/.test(value))
    .every(({ value }) =>
      listAt({ args }, "args").some((argument) => textOf(argument).endsWith(`=${value}`)),
    );

/** The chart's defaults may come on top. */
const includes = (whole: Json, part: Json): boolean =>
  isMap(part)
    ? Object.entries(part).every(([key, value]) => includes(mapAt(whole)[key] ?? null, value))
    : String(whole) === String(part);
