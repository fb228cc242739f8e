import { isTimeZone } from "../../checking/time-zone";
import type { AlertingConfig, TimeIntervalConfig } from "../alerting";
import { KEBAB_CASE, matches } from "../../checking/matches";
import { type Path, problem, show } from "../../checking/problem";

/** Problems of the time intervals. */
export const problemsOfTimeIntervals = ({ timeIntervals, routes }: AlertingConfig, path: Path): string[] =>
  Object.entries(timeIntervals).flatMap(([name, interval]) => {
    const at = [...path, "timeIntervals", name];
    const times = [...timeIsATime(interval, "from", at), ...timeIsATime(interval, "until", at)];
    return [
      ...nameIsInKebabCase(name, at),
      ...hasADay(interval, at),
      ...times,
      ...(times.length > 0 ? [] : endsAfterItBegins(interval, at)),
      ...timezoneIsKnown(interval, at),
      ...(routes.some(({ during }) => during === name)
        ? []
        : [problem(at, "a route that is open then", "none", "name it as during of one, or leave it out")]),
    ];
  });

/** Seconds for which the interval is open on its days; `undefined` if its times are invalid. */
export function secondsOpen({ from, until }: TimeIntervalConfig): number | undefined {
  const [first, last] = [from, until].map(minutesOf);
  return first === undefined || last === undefined || last <= first ? undefined : (last - first) * 60;
}

const minutesOf = (time: string): number | undefined =>
  TIME.test(time) ? Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) : undefined;

const nameIsInKebabCase = (name: string, path: Path): string[] =>
  matches(
    name,
    KEBAB_CASE,
    path,
    "a name in kebab-case such as in-hours",
    "rename it, and during of its routes",
  );

const hasADay = ({ weekdays }: TimeIntervalConfig, path: Path): string[] =>
  weekdays.length > 0
    ? []
    : [problem([...path, "weekdays"], "one day at least", show(weekdays), "no alert would ever be sent")];

/** Time such as `09:30`. A day ends at `24:00`. */
const TIME = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

const timeIsATime = (interval: TimeIntervalConfig, key: "from" | "until", path: Path): string[] =>
  TIME.test(interval[key])
    ? []
    : [
        problem(
          [...path, key],
          "a time such as 09:30",
          show(interval[key]),
          "write hours and minutes, to 24:00",
        ),
      ];

/** Times of one form compare as their texts do. */
const endsAfterItBegins = ({ from, until }: TimeIntervalConfig, path: Path): string[] =>
  from < until
    ? []
    : [
        problem(
          [...path, "until"],
          `a time after ${from}`,
          show(until),
          "it would never match; for hours past midnight add another interval, and a route for it",
        ),
      ];

const timezoneIsKnown = ({ timezone }: TimeIntervalConfig, path: Path): string[] =>
  isTimeZone(timezone)
    ? []
    : [
        problem(
          [...path, "timezone"],
          "a time zone such as Europe/London",
          show(timezone),
          "take its name from the tz database",
        ),
      ];
