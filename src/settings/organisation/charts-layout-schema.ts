import { z } from "zod";
import { CHART_VALUES } from "../checking/chart-values";
import { exactObject, listOf, namedValues } from "../checking/exact-object";

const text = z.string();

/** Facts of a cluster that the chart of all applications may be told. */
export const CHARTS_FACTS = ["account", "argoCdUrl", "argoWorkflowsUrl", "environment"] as const;

export type ChartsFact = (typeof CHARTS_FACTS)[number];

/** Transport by which Argo CD clones a repository. */
export const CHARTS_TRANSPORT = z.enum(["https", "ssh"]);

export type ChartsTransport = z.output<typeof CHARTS_TRANSPORT>;

/** Layout that needs no description: charts that were made for this platform. */
export const OWN_LAYOUT = "own";

const kind = exactObject({
  /** API group; empty for Kubernetes' core. */
  group: text,
  kind: text,
});

const clusterKind = exactObject({
  group: text,
  kind: text,

  /** Name of the only object of the kind; `*` stands for any characters. */
  name: text,
});

const project = exactObject({
  name: text,
  description: text,

  /** Addresses of further repositories that its applications come from, beside the charts' own. */
  repositories: listOf(text).default([]),

  /** Namespaces that its applications may change. */
  namespaces: listOf(text),

  /** Objects outside namespaces that its applications may have, and no others. */
  clusterKinds: listOf(clusterKind).default([]),

  /** Kinds within its namespaces that its applications may have, and no others. */
  namespaceKinds: listOf(kind),

  /** Lets members of every team synchronise its applications, in the windows of `argoCd.syncWindows`. */
  teams: z.boolean().default(false),

  /**
   * Teams or groups of `signIn.teams` whose members synchronise its applications, and make and change the
   * Applications of this project and of no other.
   *
   * @default - none: the chart of all applications makes them
   */
  makers: listOf(text).default([]),

  /** Reason for rights that could give more rights: the kinds Role, RoleBinding, Secret, Application, or one outside namespaces. */
  reason: text.optional(),
});

const notMade = exactObject({
  /** Kind and name; `*` stands for any characters. */
  object: text,
  reason: text,
});

export type NotMadeConfig = z.output<typeof notMade>;

export type ChartsProjectConfig = z.output<typeof project>;

/** Form of a repository of charts that was not made for this platform. */
export const CHARTS_LAYOUT = exactObject({
  /** Namespace of all objects that the chart of all applications makes without one. */
  namespace: text,

  /** Names of its values that stand for a fact of the cluster. */
  facts: namedValues(z.enum(CHARTS_FACTS)).default({}),

  /** Further values of the chart of all applications. */
  values: CHART_VALUES.default({}),

  /** Projects of Argo CD that its applications name. */
  projects: listOf(project),

  /** Applications of the repository that no project lets in, each with the reason: most would make again what add-ons make. */
  refused: namedValues(text).default({}),

  /**
   * Objects that pods of its applications name, such as `Secret signon-app-*`, and that neither the charts nor the platform
   * make, each with what does, or why nothing does.
   */
  notMade: listOf(notMade).default([]),
});

export type ChartsLayoutConfig = z.output<typeof CHARTS_LAYOUT>;
