import { parseDocument } from "yaml";
import { type Json, leavesOf } from "../../../../src/output/leaves";
import { isMap, textOf } from "../../../terraform-json/json-map";
import { at, type KubernetesObject, listAt, mapAt } from "../objects";
import type { Rule } from "../rendered";
import { settingsNamed } from "../settings";

const NEEDED = [
  ["requests", "cpu"],
  ["requests", "memory"],
  ["limits", "memory"],
] as const;

/** Refuses containers without requests, or without a limit of memory. */
export const everyContainerHasResources: Rule = ({ workloads }) =>
  workloads.flatMap((workload) =>
    workload.containers.flatMap((container) => {
      const missing = NEEDED.filter((path) => at(container.resources, ...path) === undefined);
      const names = missing.map((path) => path.join(".")).join(", ");
      return names === "" ? [] : [`${workload.name}: container ${textOf(container.name)} has no ${names}`];
    }),
  );

/**
 * Refuses resources in values that reach neither a container nor an object that makes containers later: a
 * chart ignores keys that it does not know.
 */
export const resourcesAreUsed: Rule = ({ release, objects, workloads }) => {
  const inArguments = workloads.flatMap(({ containers }) => containers.map((one) => listAt(one, "args")));
  const everywhere = [...objects, ...objects.flatMap(configurationsIn)];
  return settingsNamed(/^resources$/i, release.values)
    .filter(({ value }) => NEEDED.some((path) => at(value, ...path) !== undefined))
    .filter(
      ({ value }) =>
        !everywhere.some((place) => contains(place, value)) &&
        !inArguments.some((args) => passesOn(args, value)),
    )
    .map(({ path, value }) => `values.${path}: no container has ${textOf(value)}`);
};

/** Files of a ConfigMap that are YAML. */
const configurationsIn = ({ kind, data }: KubernetesObject): Json[] =>
  kind === "ConfigMap" && isMap(data)
    ? Object.values(data).flatMap((file) => {
        const document = parseDocument(textOf(file));
        return document.errors.length === 0 ? [document.toJS() as Json] : [];
      })
    : [];

const contains = (place: Json, wanted: Json): boolean =>
  includes(place, wanted) ||
  (typeof place === "object" &&
    place !== null &&
    Object.values(place).some((part) => contains(part, wanted)));

const passesOn = (args: readonly Json[], wanted: Json): boolean =>
  [...leavesOf(wanted)]
    .filter(({ value }) => /^\d/.test(value))
    .every(({ value }) => args.some((argument) => textOf(argument).endsWith(`=${value}`)));

/** True if the whole has the part's values. The chart's defaults may come on top. */
const includes = (whole: Json, part: Json): boolean =>
  isMap(part)
    ? Object.entries(part).every(([key, value]) => includes(mapAt(whole)[key] ?? null, value))
    : String(whole) === String(part);
