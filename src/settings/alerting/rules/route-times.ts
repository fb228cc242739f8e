import type { AlertingConfig, RouteConfig } from "../alerting";
import { secondsOpen } from "./time-intervals";
import { secondsOf } from "../../checking/duration";
import { type Path, problem, show } from "../../checking/problem";

/** Times of a route that sets none. */
export const DEFAULT_TIMES = { wait: "30s", interval: "5m", repeat: "4h" } as const;

/** Time for which Alertmanager remembers the messages it has sent. */
const REMEMBERED = "120h";

/** Problems of a route's waiting times. */
export function problemsOfTimes(route: RouteConfig, { timeIntervals }: AlertingConfig, path: Path): string[] {
  const times = (["wait", "interval", "repeat"] as const).map((key) => [key, route[key]] as const);
  const strange = times.filter(([, time]) => time !== undefined && secondsOf(time) === undefined);
  if (strange.length > 0) {
    return strange.map(([key, time]) =>
      problem(
        [...path, key],
        "a time such as 30s, 5m, 4h or 1d",
        show(time),
        "write one number and one unit",
      ),
    );
  }
  const hours = route.during === undefined ? undefined : timeIntervals[route.during];
  return [
    ...intervalPasses(route, path),
    ...waitEnds(route, path),
    ...repeatsInTime(route, path),
    ...(hours === undefined ? [] : looksWithinItsHours(route, secondsOpen(hours), path)),
  ];
}

const intervalOf = ({ interval = DEFAULT_TIMES.interval }: RouteConfig): number => secondsOf(interval)!;

const intervalPasses = (route: RouteConfig, path: Path): string[] =>
  intervalOf(route) > 0
    ? []
    : [
        problem(
          [...path, "interval"],
          "a time that passes",
          show(route.interval),
          "Alertmanager looks once in each interval; write 1m or more",
        ),
      ];

const waitEnds = ({ wait = DEFAULT_TIMES.wait }: RouteConfig, path: Path): string[] =>
  secondsOf(wait)! <= secondsOf(REMEMBERED)!
    ? []
    : [
        problem(
          [...path, "wait"],
          `a time of up to ${REMEMBERED}`,
          show(wait),
          "the alert would arrive too late",
        ),
      ];

function repeatsInTime(route: RouteConfig, path: Path): string[] {
  const repeat = route.repeat ?? DEFAULT_TIMES.repeat;
  const seconds = secondsOf(repeat)!;

  return seconds >= intervalOf(route) && seconds <= secondsOf(REMEMBERED)!
    ? []
    : [
        problem(
          [...path, "repeat"],
          `a time from its interval up to ${REMEMBERED}`,
          show(repeat),
          "Alertmanager looks once in each interval whether to repeat, and forgets what it sent longer ago",
        ),
      ];
}

/**
 * True if the route sends within its hours. An interval of twelve hours, at six and at six, would never meet
 * a working day.
 */
const looksWithinItsHours = (route: RouteConfig, open: number | undefined, path: Path): string[] =>
  open === undefined || intervalOf(route) <= open
    ? []
    : [
        problem(
          [...path, "interval"],
          `a time no longer than ${show(route.during)} is open, ${open / 60} minutes`,
          show(route.interval),
          "Alertmanager looks once in each interval, and would find it closed for ever",
        ),
      ];
