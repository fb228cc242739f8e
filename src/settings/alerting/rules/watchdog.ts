import type { AlertingConfig, RouteConfig } from "../alerting";
import { DEFAULT_TIMES } from "./route-times";
import { secondsOf } from "../../checking/duration";
import { type Path, problem } from "../../checking/problem";

/** Name of the alert that always fires. */
const WATCHDOG = "Watchdog";

/**
 * Seconds between messages: CloudWatch counts them in five minutes, and takes three such periods without one
 * for silence.
 */
const OFTEN_SECONDS = 300;

/** Problem of a topic that would be silent, and so fire its alarm, although all is well. */
export const watchdogIsHeard = ({ receivers, routes }: AlertingConfig, path: Path): string[] =>
  Object.entries(receivers)
    .filter(([name, { kind }]) => kind === "sns" && !routes.some((route) => keepsAwake(route, name)))
    .map(([name]) =>
      problem(
        [...path, "receivers", name],
        `a route to it of ${WATCHDOG} alone, at any hour, that repeats every five minutes at least`,
        "none",
        "its topic sets off an alarm in CloudWatch when it falls silent",
      ),
    );

function keepsAwake(route: RouteConfig, name: string): boolean {
  const { match, receiver, during, interval = DEFAULT_TIMES.interval, repeat = DEFAULT_TIMES.repeat } = route;
  return (
    receiver === name &&
    during === undefined &&
    Object.entries(match).every(
      ([label, value]) => label === "alertname" && [value].flat().includes(WATCHDOG),
    ) &&
    [interval, repeat].every((time) => (secondsOf(time) ?? Infinity) <= OFTEN_SECONDS)
  );
}
