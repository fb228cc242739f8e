import type { AlertingConfig, ReceiverConfig, RouteConfig } from "./alerting";

/** Kinds of receivers that wake an engineer. */
const WAKING: readonly ReceiverConfig["kind"][] = ["opsgenie", "pagerduty"];

/** True if a route's receiver wakes an engineer. */
export const wakes = ({ receiver }: RouteConfig, { receivers }: AlertingConfig): boolean => {
  const { kind } = (Object.hasOwn(receivers, receiver) && receivers[receiver]) || {};
  return kind !== undefined && WAKING.includes(kind);
};

/** Severities that wake an engineer, and `page`, whose meaning is no other in any environment. */
export const pagingSeverities = (alerting: AlertingConfig | undefined): string[] => [
  ...new Set([
    "page",
    ...(alerting?.routes.filter((route) => wakes(route, alerting)) ?? []).flatMap(severitiesOf),
  ]),
];

/** Severities that a route names. */
export const severitiesOf = ({ match }: RouteConfig): readonly string[] => {
  const named = Object.hasOwn(match, "severity") ? match.severity : undefined;
  return named === undefined ? [] : typeof named === "string" ? [named] : named;
};
