import type { AlertingConfig, RouteConfig } from "../alerting";
import { DEFAULT_TIMES } from "./route-times";
import { secondsOf } from "../../checking/duration";
import { type Path, problem } from "../../checking/problem";

/** What the alert is called that always fires. */
const WATCHDOG = "Watchdog";

/** CloudWatch counts messages in five minutes, and takes three such times without one for silence. */
const OFTEN_SECONDS = 300;

/** What is wrong where a topic's silence would set off its alarm though all is well. */
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
