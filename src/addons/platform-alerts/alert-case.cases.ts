import type { Severity } from "./alert-rule";

/** Metrics over time, and the alerts that they must raise: evidence that a rule works. */
export interface AlertCase {
  /** Situation that the metrics show. */
  readonly when: string;

  /** Values by series, one a minute, in promtool's notation. */
  readonly series: Readonly<Record<string, string>>;

  /** Time of the evaluation, such as `30m`. */
  readonly at: string;

  /** Alerts that fire. An empty list means that the rule must stay silent. */
  readonly alerts: readonly ExpectedAlert[];
}

/** An alert that fires in a case. */
export interface ExpectedAlert {
  readonly severity: Severity;

  /** First minute in which the alert fires. */
  readonly since: `${number}m`;

  /** Labels in addition to those of every platform alert. */
  readonly labels: Readonly<Record<string, string>>;

  /** Rule's description with its placeholders filled in. */
  readonly description: string;
}

/** Cases by the name of their rule: at least one in which it fires and one in which it stays silent. */
export type AlertCases = Readonly<Record<string, readonly AlertCase[]>>;
