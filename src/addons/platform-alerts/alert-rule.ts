import type { AddonName } from "../../settings/addons";

/** Urgency of an alert: a page wakes the engineer on call, a warning is read in working hours. */
export type Severity = "page" | "warning";

/** Condition under which an alert fires, and how long it must last. */
export interface AlertLevel {
  /** PromQL. The labels of its result name the faulty object. */
  readonly expr: string;

  /** Duration such as `15m`. */
  readonly for: string;
}

/** A fault of the platform. Its page silences its warning. */
export interface AlertRule {
  /** Name in upper camel case. The runbook's file has the same name in kebab-case. */
  readonly name: string;

  /** One sentence that names the fault, without the object that has it. */
  readonly summary: string;

  /** One sentence that names the faulty object, in Go's template language. */
  readonly description: string;

  /** Effect on users and engineers, in one sentence. */
  readonly impact: string;

  /** First step of the engineer on call, in one sentence. */
  readonly firstLook: string;
  readonly levels: Readonly<Partial<Record<Severity, AlertLevel>>>;
}

/** Rules about one part of the platform. */
export interface AlertGroup {
  readonly name: string;

  /**
   * Add-on without which there is nothing to watch.
   *
   * @default - none: the rules watch every cluster
   */
  readonly watches?: AddonName;
  readonly rules: readonly AlertRule[];
}

const NAMESPACES = "cluster-services|gatekeeper-system|kube-system|monitoring";

/** Matches the namespaces of platform add-ons. */
export const PLATFORM = `namespace=~"${NAMESPACES}"`;

/** Matches the scrape jobs of monitors and probes in those namespaces. */
export const PLATFORM_MONITORS = `scrape_job=~"[a-zA-Z]+/(?:${NAMESPACES})/.+"`;

/** Name of a rule's runbook file, without its ending. */
export const runbookName = (name: string): string =>
  name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();

/** Description as an alert carries it: the fault, its effect on users, the first step. */
export const descriptionOf = (
  { impact, firstLook }: Pick<AlertRule, "impact" | "firstLook">,
  fault: string,
): string => [fault, impact, firstLook].join(" ");
