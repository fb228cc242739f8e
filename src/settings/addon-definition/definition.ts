import { z } from "zod";
import { mergeSettings } from "../checking/merge-settings";
import type { RelaySettings } from "../cluster/ways-in/schema";
import type { Organisation } from "../organisation/organisation";
import type { AddonChart } from "./chart";
import { CHART_VALUES } from "../checking/chart-values";
import { EGRESS } from "./egress";
import { off, section } from "./section";

/** Program that keeps what runs in a cluster the same as what Git says. */
export type GitOps = z.infer<typeof GITOPS>;

/** Words of `gitops`: our Argo CD, Flux, or the Argo CD that EKS runs. */
export const GITOPS = z.enum(["argo-cd", "flux", "eks-argo-cd"]);

/**
 * Facts of an environment and of one of its clusters on which defaults depend. An add-on whose defaults depend on other
 * add-ons names the type of their settings.
 */
export interface DefaultsContext<Addons = unknown> {
  readonly organisation: Organisation;
  readonly clusterName: string;

  /** Maker of the cluster's nodes: the autoscaler of its groups, Karpenter, or EKS Auto Mode, alone or beside groups. */
  readonly nodesBy: "node-groups" | "karpenter" | "auto" | "auto-beside-groups";

  /** Engine of the network of pods. */
  readonly podsBy: "vpc-cni" | "cilium";

  /** Program that delivers what Git says. */
  readonly gitops: GitOps;

  /** Kind of the way from people to an API inside the VPC; `undefined` without one. */
  readonly relay: RelaySettings["kind"] | undefined;

  /** The zone whose records external-dns keeps. */
  readonly clusterZone: string;

  /** Engineers sign in to web applications. */
  readonly signsIn: boolean;
  readonly hasGrafanaDatabase: boolean;
  readonly hasWorkflowsDatabase: boolean;

  /** Copies of each add-on that supports more than one. */
  readonly replicas: number;

  /** Everything that the environment's file says about add-ons. */
  readonly addons: Addons;
}

/** Names of add-ons that another one needs, each with the reason, as in "dex on, since grafana needs it for …". */
export type Needs = Readonly<Record<string, string>>;

/** TCP ports by the first key of the values that name the hosts; those below `""` are for all other keys. */
export type Reach = Readonly<Record<string, readonly number[] | "every">>;

/** Reach of an add-on whose pods call HTTPS alone. */
export const HTTPS = (): Reach => ({ "": [443] });

/**
 * Everything that the settings of environments know of an add-on. `Config` is the configuration of a cluster and its
 * environment, whose type contains the add-ons' own.
 */
export interface AddonDefinition<Config = never> {
  /** Schema of the add-on's part of an environment's file. */
  readonly settings: z.ZodType;

  /** Fills in defaults; `false` switches the add-on off. */
  readonly configure: (settings: never, context: DefaultsContext<never>) => unknown;

  /**
   * The chart that the add-on installs.
   *
   * @default - our own objects alone
   */
  readonly chart?: AddonChart;

  /**
   * Add-ons that must be on while this one is.
   *
   * @default - none
   */
  readonly needs?: Needs;

  /**
   * Add-ons that must be on because of how this one is set.
   *
   * @default - none
   */
  readonly needsAsSet?: (config: Config) => Needs;

  /**
   * Paths at which its web applications answer 200 while they are well, by their host below the cluster's zone.
   *
   * @default - no web application
   */
  readonly health?: Readonly<Record<string, string>>;

  /**
   * Names of secrets in AWS Secrets Manager that its stack makes, or their beginnings with a `*`.
   *
   * @default - none
   */
  readonly ownsSecrets?: (config: Config) => readonly string[];

  /**
   * Names of IAM roles that its stack makes, without the cluster's name at the end.
   *
   * @default - none
   */
  readonly ownsRoles?: (config: Config) => readonly string[];

  /**
   * Ports of the internet that the network policies let its pods call, without an egress.
   *
   * @default - none
   */
  readonly reaches?: (config: Config) => Reach;

  /**
   * Problems of the add-on's settings.
   *
   * @default - none beyond the schema's
   */
  readonly rules?: (config: Config) => string[];
}

/** Reason for which most add-ons need prometheusOperatorCrds. */
export const MONITORED = { prometheusOperatorCrds: "its ServiceMonitor" } as const;

/** Needs of an add-on with a web page. */
export const PUBLISHED = { awsLoadBalancerController: "its Ingress", externalDns: "its DNS record" } as const;

/** Needs of an add-on with a web page that people sign in to through Dex. */
export const SIGNED_IN = {
  dex: "signing people in",
  externalSecrets: "its credentials",
  ...PUBLISHED,
} as const;

/** Settings of an add-on whose chart brings pods: its own, values of the chart, and calls out of the cluster. */
export const chartSection = <Shape extends z.ZodRawShape>(shape: Shape) =>
  podlessSection({
    ...shape,

    /**
     * Calls of its pods beyond the cluster that the network policies refuse otherwise, such as a port other than 443.
     *
     * @default - none
     */
    egress: z.union([EGRESS, off]).optional(),
  });

/** Settings of an add-on whose chart brings no pods: its own, and values of the chart. */
export const podlessSection = <Shape extends z.ZodRawShape>(shape: Shape) =>
  section({
    ...shape,

    /**
     * Values of the add-on's chart that differ here: merged over the add-on's own, maps key by key, lists as a whole.
     * `null` removes a default of the chart.
     */
    values: CHART_VALUES,
  });

/** Schema of an environment's file for an add-on: any of its settings, or `false`. */
export const settingsOf = <Shape extends z.ZodRawShape>(config: z.ZodObject<Shape>) =>
  z.union([config.partial(), off]).optional();

/** Settings over defaults; `false` where the add-on is switched off. */
export const withDefaults = <Config extends object>(
  defaults: Config,
  settings?: Partial<Config> | false,
): Config | false => (settings === false ? false : mergeSettings(defaults, settings));

interface ChartAddonProps<Shape extends z.ZodRawShape, Context> extends Pick<
  AddonDefinition,
  "needs" | "needsAsSet" | "health" | "ownsSecrets" | "ownsRoles" | "reaches" | "rules"
> {
  readonly chart: AddonChart;

  /** Schema of the complete configuration. */
  readonly config: z.ZodObject<Shape>;
  readonly defaults: (context: Context) => z.output<z.ZodObject<Shape>>;

  /**
   * Switches the add-on off without settings, as where the organisation lacks what it needs.
   *
   * @default - on
   */
  readonly offByDefault?: (context: Context) => boolean;
}

/** Add-on that installs a chart and is switched off by `false`. */
export const chartAddon = <Shape extends z.ZodRawShape, Context extends DefaultsContext = DefaultsContext>({
  config,
  defaults,
  offByDefault = () => false,
  ...definition
}: ChartAddonProps<Shape, Context>) => ({
  ...definition,
  settings: settingsOf(config),
  configure: (
    settings: Partial<z.output<z.ZodObject<Shape>>> | false | undefined,
    context: Context,
  ): Readonly<z.output<z.ZodObject<Shape>>> | false =>
    withDefaults(defaults(context), settings ?? (offByDefault(context) ? false : undefined)),
});
