import type { AlertingConfig, RouteConfig } from "../alerting";
import { severitiesOf, wakes } from "../paging";
import { problemsOfTimes } from "./route-times";
import { routesAreReached } from "./routes-order";
import { nearest } from "../../checking/nearest";
import { type Path, problem, show } from "../../checking/problem";

/** Problems of the routes. */
export const problemsOfRoutes = (alerting: AlertingConfig, path: Path): string[] => [
  ...alerting.routes.flatMap((route, index) => {
    const at = [...path, "routes", index];
    return [
      ...receiverExists(route, alerting, at),
      ...timeIntervalExists(route, alerting, at),
      ...matchesSomething(route, at),
      ...wakesBySeverity(route, alerting, at),
      ...groupsByLabels(route, at),
      ...problemsOfTimes(route, alerting, at),
    ];
  }),
  ...routesAreReached(alerting.routes, path),
];

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
    ...labels.flatMap(([label]) => labelIsWellFormed(label, [...path, "match", label])),
    ...labels
      .filter(([, values]) => values.length === 0)
      .map(([label, values]) =>
        problem(
          [...path, "match", label],
          "one value at least",
          show(values),
          values === "" ? 'write [""] to mean alerts without it' : "no alert would ever match",
        ),
      ),
  ];
}

/** Refuses a route that wakes an engineer by other labels: policies judge the severity of applications' alerts alone. */
function wakesBySeverity(route: RouteConfig, alerting: AlertingConfig, path: Path): string[] {
  const severities = severitiesOf(route);
  return !wakes(route, alerting) || (severities.length > 0 && !severities.includes(""))
    ? []
    : [
        problem(
          [...path, "match", "severity"],
          `a severity, since ${show(route.receiver)} wakes an engineer`,
          severities.length === 0 ? "none" : "alerts without one as well",
          'write "page": the policy paging-rules keeps that from the alerts of applications',
        ),
      ];
}

/** Name of a label, such as `alertname`. */
const LABEL = /^[A-Za-z_]\w*$/;

const labelIsWellFormed = (name: string, path: Path): string[] =>
  LABEL.test(name) ? [] : [problem(path, "the name of a label", show(name), "use letters, digits and _")];

const groupsByLabels = ({ groupBy = [] }: RouteConfig, path: Path): string[] =>
  groupBy.flatMap((label, index) => [
    ...labelIsWellFormed(label, [...path, "groupBy", index]),
    ...(groupBy.indexOf(label) === index
      ? []
      : [
          problem(
            [...path, "groupBy", index],
            "each label once",
            `${show(label)} again`,
            "take it away: Alertmanager refuses it",
          ),
        ]),
  ]);
