import type { RouteConfig } from "../alerting";
import { type Path, pathText, problem } from "../../checking/problem";

/** Problems of routes whose alerts earlier routes all take and keep. */
export function routesAreReached(routes: readonly RouteConfig[], path: Path): string[] {
  const taken = routes.map(alertsOf);
  return routes.flatMap((_, index) => {
    const takers = takersOfAll(index, routes, taken);
    return takers === undefined ? [] : notReached(index, takers, path);
  });
}

function notReached(index: number, takers: readonly number[], path: Path): string[] {
  const [first, ...others] = takers.map((taker) => pathText([...path, "routes", taker]));
  const all = [first, ...others].join(" and ");

  return [
    problem(
      [...path, "routes", index, "match"],
      "alerts that an earlier route leaves over",
      `none: ${all} ${others.length > 0 ? "take" : "takes"} them all`,
      `move it before ${first}, match on more labels there, or let that one continue`,
    ),
  ];
}

/** Values of labels. They stand for the alerts that have, for each label, one of its values. */
type Alerts = Readonly<Record<string, readonly string[]>>;

/**
 * Positions of the routes before one that together leave nothing to it; `undefined` if something is left.
 *
 * @param taken - alerts that each route takes
 */
function takersOfAll(
  index: number,
  routes: readonly RouteConfig[],
  taken: readonly Alerts[],
): number[] | undefined {
  const takers: number[] = [];
  let left = [taken[index]!];

  for (const [other, { continue: goesOn }] of routes.slice(0, index).entries()) {
    const kept = goesOn === true ? left : left.flatMap((alerts) => without(alerts, taken[other]!));
    if (kept.length !== left.length || kept.some((alerts, place) => alerts !== left[place])) {
      takers.push(other);
    }
    left = kept;
  }
  return left.length === 0 ? takers : undefined;
}

const alertsOf = ({ match }: RouteConfig): Alerts =>
  Object.fromEntries(
    Object.entries(match).map(([label, values]) => [label, typeof values === "string" ? [values] : values]),
  );

/** Alerts without those taken, in parts that do not overlap. */
function without(alerts: Alerts, taken: Alerts): readonly Alerts[] {
  const labels = Object.entries(taken);
  const meets = ([label, values]: (typeof labels)[number]) =>
    Object.hasOwn(alerts, label) && alerts[label]!.some((value) => values.includes(value));
  if (labels.length === 0 || !labels.every(meets)) {
    return [alerts];
  }

  const left: Alerts[] = [];
  let rest = alerts;
  for (const [label, values] of labels) {
    const others = rest[label]!.filter((value) => !values.includes(value));
    if (others.length > 0) {
      left.push({ ...rest, [label]: others });
    }
    rest = { ...rest, [label]: rest[label]!.filter((value) => values.includes(value)) };
  }
  return left;
}
