import { isDeepStrictEqual } from "node:util";
import type { AddonChart } from "../addon-definition/chart";
import type { ChartValue, ChartValues } from "../checking/chart-values";
import {
  HELD_EVERYWHERE,
  HELD_WHILE_WATCHED,
  type HeldValue,
  type HeldValues,
} from "../addon-definition/held-values";
import { NO_ALERTING } from "../alerting/no-alerting";
import { type Path, problem, show } from "../checking/problem";
import { type AddonsConfig, type ChartAddonName, definitions } from ".";

/** Refuses values on which other parts of the platform depend: those would break, and synth would not tell. */
export function heldValuesStay({ addons }: { readonly addons: AddonsConfig }): string[] {
  const common = { ...HELD_EVERYWHERE, ...(isWatched(addons) && HELD_WHILE_WATCHED) };

  return definitions().flatMap(([name, { chart }]) => {
    const addon = chart ? addons[name as ChartAddonName] : false;
    const isAsked = chart && addon && Object.keys(addon.values).length > 0;
    return isAsked ? problemsOf(addon.values, chart, common, ["addons", name, "values"]) : [];
  });
}

/** True where alerts come to people: without, as in an environment for a few days, monitors may be off. */
const isWatched = ({ kubePrometheusStack }: AddonsConfig): boolean =>
  kubePrometheusStack !== false && !isDeepStrictEqual(kubePrometheusStack.alerting, NO_ALERTING);

const problemsOf = (
  values: ChartValues,
  { holds = {}, free = [] }: AddonChart,
  common: HeldValues,
  path: Path,
): string[] => {
  const own = problemsAt(values, holds, path, isNoMap);
  const others = Object.entries(values)
    .filter(([key]) => !free.includes(key))
    .flatMap(([key, value]) => problemsBelow({ [key]: value }, common, path));
  // A chart's own word on a value goes before the one on all charts.
  const told = own.map(({ at }) => at.join());
  return [...own, ...others.filter(({ at }) => !told.includes(at.join()) && !isOwn(at, path, holds))].map(
    ({ text }) => text,
  );
};

/** Held value that an environment sets. */
interface Finding {
  readonly at: Path;
  readonly text: string;
}

const isOwn = (at: Path, path: Path, holds: HeldValues): boolean =>
  Object.hasOwn(holds, at.slice(path.length).join(SEPARATOR));

const SEPARATOR = " > ";

/** Findings in values, and in each map below them. */
const problemsBelow = (values: ChartValues, held: HeldValues, path: Path): Finding[] => [
  ...problemsAt(values, held, path, isOff),
  ...Object.entries(values).flatMap(([key, value]) =>
    isMap(value) ? problemsBelow(value, held, [...path, key]) : [],
  ),
];

/**
 * Findings of held values whose keys begin at some values.
 *
 * @param removes - says of something in a map's place that it takes the map away
 */
const problemsAt = (
  values: ChartValues,
  holds: HeldValues,
  path: Path,
  removes: (value: ChartValue) => boolean,
): Finding[] =>
  Object.entries(holds).flatMap(([keys, held]) => {
    const [at, value] = follow(values, keys.split(SEPARATOR), path, removes);
    return value === undefined || isAllowed(held, value) ? [] : [{ at, text: textOf(at, held, value) }];
  });

/** Value at the end of keys, or the one in their way that takes it away; `undefined` for none. */
function follow(
  values: ChartValues,
  [key = "", ...more]: readonly string[],
  path: Path,
  removes: (value: ChartValue) => boolean,
): readonly [Path, ChartValue | undefined] {
  const at = [...path, key];
  const value = Object.hasOwn(values, key) ? values[key] : undefined;
  if (value === undefined || more.length === 0) {
    return [at, value];
  }
  return isMap(value) ? follow(value, more, at, removes) : [at, removes(value) ? value : undefined];
}

function isAllowed(held: HeldValue, value: ChartValue): boolean {
  if (typeof held === "string") {
    return false;
  }
  return "not" in held
    ? !isDeepStrictEqual(held.not, value)
    : held.is.some((one) => isDeepStrictEqual(one, value));
}

function textOf(at: Path, held: HeldValue, value: ChartValue): string {
  const [expected, because] =
    typeof held === "string" ? ["no value", held] : [expectedOf(held), held.because];
  return problem(at, `${expected}, since ${because}`, show(value), "leave it out");
}

const expectedOf = (held: Exclude<HeldValue, string>): string =>
  "not" in held ? `a value other than ${show(held.not)}` : held.is.map(show).join(" or ");

const isMap = (value: ChartValue): value is ChartValues =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isNoMap = (value: ChartValue): boolean => !isMap(value);

/** True for what removes a map whose key may also stand for something else in another chart. */
const isOff = (value: ChartValue): boolean => value === null || value === false;
