import type { ChartValue } from "../checking/chart-values";

/** Value of a chart on which other parts of the platform depend. */
export type HeldValue =
  /** Reason for which an environment may not set it, after "since …". */
  | string
  /** Values that an environment may set all the same, since they change nothing, and the reason for which no others. */
  | { readonly is: readonly ChartValue[]; readonly because: string }
  /** Value that an environment may not set, and the reason; it may set any other. */
  | { readonly not: ChartValue; readonly because: string };

/** Held values by the keys that lead to each, with ` > ` between them. */
export type HeldValues = Readonly<Record<string, HeldValue>>;

const NAMES =
  "network policies, alerts and other add-ons find its pods and Services by the names of the chart";
const ACCOUNT = "its IAM role and its rights are bound to the service account that the platform names";
const MONITOR = "the platform's alerts watch the add-on by its metrics";
const KINDS = "objects of the platform have kinds that it defines";

/** Reason to hold a list: Helm merges none. */
export const OWN_LIST = "a list replaces the add-on's own as a whole, which it does not work without";

/** Reason to hold the parts of an Ingress. */
export const PUBLISHED_AT =
  "its DNS record, its sign-in and its uptime check have the address that the platform publishes";

const yes = (because: string): HeldValue => ({ is: [true], because });
const no = (because: string): HeldValue => ({ is: [false], because });

/** Holds the replicas of an engine of policies, which is switched off as a whole or not at all. */
export const someReplicas = (because: string): HeldValue => ({ not: 0, because });

/** Holds the name of a service account to the one that the add-on's role trusts. */
export const account = (name: string): HeldValue => ({ is: [name], because: ACCOUNT });

/** Values of every chart that are held at any depth: the last keys that lead to them. */
export const HELD_EVERYWHERE: HeldValues = {
  fullnameOverride: NAMES,
  nameOverride: NAMES,
  namespaceOverride: "its namespace is the one that network policies close and permissions name",
  forceNamespace: "its namespace is the one that network policies close and permissions name",
  "podLabels > app.kubernetes.io/name": NAMES,
  "podLabels > app.kubernetes.io/instance": NAMES,
  "serviceAccount > name": ACCOUNT,
  "serviceAccount > create": yes(ACCOUNT),
  "serviceAccount > enabled": yes(ACCOUNT),
  "serviceAccount > annotations > eks.amazonaws.com/role-arn": ACCOUNT,
  "rbac > create": yes("without its rights it does nothing, and what waits for it waits in vain"),
  "crds > install": yes(KINDS),
  "crds > enabled": yes(KINDS),
  "crds > keep": yes("with its kinds Helm would delete every object of theirs"),
  installCRDs: yes(KINDS),
  hostNetwork: no("network policies select no pod that has its node's address"),
};

/** Values of every chart that are held while alerts of the platform come to people. */
export const HELD_WHILE_WATCHED: HeldValues = {
  "serviceMonitor > enabled": yes(MONITOR),
  "serviceMonitor > forceEnable": yes(MONITOR),
  "podMonitor > enabled": yes(MONITOR),
  "metrics > enabled": yes(MONITOR),
};
