/** How much an alert matters: whether somebody is woken, or reads it at work. */
export type Severity = "page" | "warning";

/** What sets an alert off, and for how long it must last. */
export interface AlertLevel {
  /** PromQL. Its labels say what the alert is about. */
  readonly expr: string;

  /** Such as `15m`. */
  readonly for: string;
}

/** Metrics over time, and the alerts that must come of them: evidence that a rule does what it says. */
export interface AlertCase {
  /** What the case is about. */
  readonly when: string;

  /** Values at one a minute, in promtool's notation, by series. */
  readonly series: Readonly<Record<string, string>>;

  /** When to look, such as `30m`. */
  readonly at: string;

  /** None where the rule must keep quiet. */
  readonly alerts: readonly ExpectedAlert[];
}

/** An alert that fires in a case. */
export interface ExpectedAlert {
  readonly severity: Severity;

  /** The first minute in which it fires. */
  readonly since: `${number}m`;

  /** Besides those that every alert of the platform has. */
  readonly labels: Readonly<Record<string, string>>;
  readonly description: string;
}

/** One thing that can be wrong with the platform. A page about it silences the warning of the same. */
export interface AlertRule {
  /** In upper camel case. Its runbook is called the same in kebab-case. */
  readonly name: string;

  /** One sentence, the same for whatever it is about. */
  readonly summary: string;

  /** What exactly is wrong, in Go's template language. */
  readonly description: string;
  readonly levels: Readonly<Partial<Record<Severity, AlertLevel>>>;

  /** At least one in which it fires, and one in which it does not. */
  readonly cases: readonly AlertCase[];
}

/** Rules about one part of the platform. */
export interface AlertGroup {
  readonly name: string;
  readonly rules: readonly AlertRule[];
}

const NAMESPACES = "cluster-services|gatekeeper-system|kube-system|monitoring";

/** Matches the namespaces that the platform's own software runs in. */
export const PLATFORM = `namespace=~"${NAMESPACES}"`;

/** Matches what the operator calls the monitors and probes of those namespaces. */
export const PLATFORM_MONITORS = `scrape_job=~"[a-zA-Z]+/(?:${NAMESPACES})/.+"`;

/** The name of a rule as its runbook's file has it. */
export const runbookName = (name: string): string =>
  name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
