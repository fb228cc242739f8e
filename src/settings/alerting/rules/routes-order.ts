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
type Alerts = ReadonlyMap<string, readonly string[]>;

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
    if (goesOn !== true && left.some((alerts) => meet(alerts, taken[other]!))) {
      takers.push(other);
      left = left.flatMap((alerts) => without(alerts, taken[other]!));
    }
  }
  return left.length === 0 ? takers : undefined;
}

const alertsOf = ({ match }: RouteConfig): Alerts =>
  new Map(
    Object.entries(match).map(([label, values]) => [label, typeof values === "string" ? [values] : values]),
  );

/** Alerts without those taken, in parts that do not overlap. */
function without(alerts: Alerts, taken: Alerts): readonly Alerts[] {
  if (!meet(alerts, taken)) {
    return [alerts];
  }
  const left: Alerts[] = [];
  let rest = alerts;
  for (const [label, values] of taken) {
    const others = rest.get(label)!.filter((value) => !values.includes(value));
    if (others.length > 0) {
      left.push(withValues(rest, label, others));
    }
    rest = withValues(
      rest,
      label,
      rest.get(label)!.filter((value) => values.includes(value)),
    );
  }
  return left;
}

/** True if some alert is among both. */
function meet(alerts: Alerts, taken: Alerts): boolean {
  for (const [label, values] of taken) {
    if (!alerts.get(label)?.some((value) => values.includes(value))) {
      return false;
    }
  }
  return taken.size > 0;
}

const withValues = (alerts: Alerts, label: string, values: readonly string[]): Alerts =>
  new Map([...alerts, [label, values]]);
