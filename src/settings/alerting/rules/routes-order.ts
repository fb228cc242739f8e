import type { RouteConfig } from "../alerting";
import { type Path, pathText, problem } from "../../checking/problem";

/** Problem of a route whose alerts earlier routes all take and keep. */
export function routeIsReached(routes: readonly RouteConfig[], index: number, path: Path): string[] {
  const takers = takersOfAll(routes[index]!, routes.slice(0, index));
  if (takers === undefined) {
    return [];
  }
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
 * Positions of the earlier routes that together leave nothing to this one; `undefined` if something is left.
 */
function takersOfAll(route: RouteConfig, earlier: readonly RouteConfig[]): number[] | undefined {
  const takers: number[] = [];
  let left = [alertsOf(route)];

  for (const [index, other] of earlier.entries()) {
    const kept = other.continue === true ? left : left.flatMap((alerts) => without(alerts, alertsOf(other)));
    if (kept.length !== left.length || kept.some((alerts, place) => alerts !== left[place])) {
      takers.push(index);
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
