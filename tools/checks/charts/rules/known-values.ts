import { definitions } from "../../../../src/settings/addons";
import type { Rule } from "../rendered";

/**
 * Refuses a chart whose values are not those on record: overrides are checked against the record, so right ones would be
 * refused, and wrong ones taken. The record may be of an older release.
 */
export const valuesAreOnRecord: Rule = ({ release: { chart }, keys }) => {
  const known = definitions()
    .flatMap(([, definition]) => (definition.chart ? [definition.chart] : []))
    .find(({ name }) => name === chart.name)?.known;
  if (keys === undefined || known === undefined || known.version !== chart.version) {
    return [];
  }
  const recorded = namesOf(known.keys);
  const got = namesOf(keys);
  const differences = [
    ...[...got].filter((name) => !recorded.has(name)).map((name) => `+${name}`),
    ...[...recorded].filter((name) => !got.has(name)).map((name) => `-${name}`),
  ];
  return differences.length === 0
    ? []
    : [
        `values: expected those in src/addons/${chart.name}/values.json, got ${differences.join(", ")}; ` +
          "unpack the chart, and run npm run chart-values <its folder>",
      ];
};

const namesOf = (keys: Readonly<Record<string, readonly string[] | null>>): ReadonlySet<string> =>
  new Set(Object.entries(keys).flatMap(([key, below]) => below?.map((inner) => `${key}.${inner}`) ?? [key]));
