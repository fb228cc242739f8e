import type { AlertingConfig, RouteConfig } from "../services/alerting";
import { routeIsReached } from "./alert-routes-order";
import { secondsOf } from "./duration";
import { nearest } from "./nearest";
import { type Path, problem, show } from "./problem";

/** What is wrong with which alerts go where. */
export const problemsOfRoutes = (alerting: AlertingConfig, path: Path): string[] =>
  alerting.routes.flatMap((route, index) => {
    const at = [...path, "routes", index];
    return [
      ...receiverExists(route, alerting, at),
      ...timeIntervalExists(route, alerting, at),
      ...matchesSomething(route, at),
      ...routeIsReached(alerting.routes, index, path),
      ...timesAreDurations(route, at),
    ];
  });

const receiverExists = ({ receiver }: RouteConfig, { receivers }: AlertingConfig, path: Path): string[] =>
  Object.hasOwn(receivers, receiver)
    ? []
    : [unknown([...path, "receiver"], "a receiver", receiver, Object.keys(receivers))];

const timeIntervalExists = ({ during }: RouteConfig, { timeIntervals }: AlertingConfig, path: Path) =>
  during === undefined || Object.hasOwn(timeIntervals, during)
    ? []
    : [unknown([...path, "during"], "a time interval", during, Object.keys(timeIntervals))];

function unknown(path: Path, what: string, name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return problem(path, `the name of ${what}`, show(name), meant ? `did you mean ${meant}?` : "add it");
}

function matchesSomething({ match }: RouteConfig, path: Path): string[] {
  const labels = Object.entries(match);

  return [
    ...(labels.length > 0
      ? []
      : [
          problem(
            [...path, "match"],
            "one label at least",
            "an empty object",
            "a route that takes every alert would leave none to the others",
          ),
        ]),
    ...labels
      .filter(([label]) => !/^[A-Za-z_]\w*$/.test(label))
      .map(([label]) =>
        problem([...path, "match", label], "the name of a label", show(label), "use letters, digits and _"),
      ),
    ...labels
      .filter(([, values]) => values.length === 0)
      .map(([label, values]) =>
        problem([...path, "match", label], "one value at least", show(values), "no alert would ever match"),
      ),
  ];
}

/** For so long Alertmanager remembers what it has sent. */
const REMEMBERED = "120h";

function timesAreDurations(route: RouteConfig, path: Path): string[] {
  const times = (["wait", "interval", "repeat"] as const).map((key) => [key, route[key]] as const);
  const strange = times.filter(([, time]) => time !== undefined && secondsOf(time) === undefined);
  const interval = secondsOf(route.interval ?? "5m") ?? 0;
  const repeat = secondsOf(route.repeat ?? "4h") ?? Infinity;

  return [
    ...strange.map(([key, time]) =>
      problem(
        [...path, key],
        "a time such as 30s, 5m, 4h or 1d",
        show(time),
        "write one number and one unit",
      ),
    ),
    ...(strange.length > 0 || (repeat >= interval && repeat <= secondsOf(REMEMBERED)!)
      ? []
      : [
          problem(
            [...path, "repeat"],
            `a time from its interval up to ${REMEMBERED}`,
            show(route.repeat ?? "4h"),
            "Alertmanager looks once in each interval whether to repeat, and forgets what it sent longer ago",
          ),
        ]),
  ];
}
