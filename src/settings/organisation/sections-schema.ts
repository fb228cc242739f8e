import { z } from "zod";
import { ALERTING } from "../alerting/schema";
import { CALLERS } from "../checking/callers";
import { exactObject, listOf, namedValues } from "../checking/exact-object";
import { CHARTS_TRANSPORT } from "./charts-layout-schema";
import { IDENTITY_PROVIDER } from "../sign-in/identity-provider";

const text = z.string();
const off = z.literal(false);

/** Defaults that an environment may replace. */
export const defaults = exactObject({
  /** Region of AWS. */
  region: text,

  /** Name of an environment's cluster. Its load balancers have the plainest names. */
  clusterName: text,

  /**
   * Name of the secret with the e-mail address that CloudWatch alarms go to.
   *
   * @default - alarms send no e-mail
   */
  alarmEmailSecret: text.optional(),

  /**
   * Repository of the charts that Argo CD deploys, such as `example/charts`.
   *
   * @default - neither Argo CD nor Argo Workflows runs
   */
  chartsRepository: text.optional(),

  /**
   * Layout of that repository: `own`, or the name of one of `chartsLayouts`.
   *
   * @default "own"
   */
  chartsLayout: text.default("own"),

  /**
   * Transport by which Argo CD clones that repository: `https` with a GitHub App, `ssh` with a deploy key.
   *
   * @default "https"
   */
  chartsTransport: CHARTS_TRANSPORT.default("https"),

  /**
   * Slack channel that hears of all applications, such as `#deployments`.
   *
   * @default - Argo CD tells Slack nothing
   */
  deployChannel: text.optional(),

  /**
   * Name of the secret with the address of Logstash.
   *
   * @default - logs go to CloudWatch
   */
  logstashSecret: text.optional(),
});

/** Addresses outside the VPC from which engineers and programs call. A cluster may have its own. */
export const callers = exactObject({
  /**
   * Callers of the Kubernetes API's public endpoint.
   *
   * @default - the endpoint is private
   */
  kubernetesApi: CALLERS.optional(),

  /**
   * Visitors of the pages that administer a cluster: Argo CD, Argo Workflows, Dex, Grafana, Prometheus and
   * Alertmanager.
   *
   * @default - each cluster that has such pages names them
   */
  administratorPages: CALLERS.optional(),
});

/** Names of the tags that say which stack made a resource. */
export const tagNames = exactObject({ service: text, environment: text, deployment: text });

/** Teams at a provider: of GitHub each as `<organisation>:<team>`, of another provider its groups. */
export const signIn = exactObject({
  /**
   * Provider that engineers sign in at.
   *
   * @default "github"
   */
  provider: IDENTITY_PROVIDER.default("github"),

  /** Teams whose members may sign in to an application of the platform. */
  teams: listOf(text),

  /** Team that changes production, and every environment that rehearses it. */
  productionTeam: text,
});

/** Destinations of alerts. */
export const alerting = exactObject({
  /** Receivers and routes of an environment that has none of its own. */
  default: ALERTING,

  /** Receiver of alerts about the platform itself. */
  platformDestination: text,
});

/** One secret with the keys of many applications. */
const commonSecret = exactObject({
  /** Name in Secrets Manager. Each key is there as `<application>-dsn`. */
  name: text,

  /**
   * Namespaces whose applications have their keys in it, and none of their own. Charts copy them where
   * `addons.externalSecrets.shared` lets the namespace read the secret; elsewhere the platform does.
   */
  namespaces: listOf(text),
});

/** Projects at Sentry. */
const sentry = exactObject({
  /** Name of the organisation in Sentry's addresses. */
  slug: text,

  /**
   * Name of the Slack workspace that Sentry posts to.
   *
   * @default - Sentry e-mails teams; none may then have a Slack channel
   */
  slackWorkspace: text.optional(),

  /**
   * Environment whose stack makes teams and projects. It is the first that changes reach; otherwise a key
   * would be requested too early.
   */
  environment: text,

  /** Environment about whose exceptions teams are alerted. */
  alertsAbout: text,

  /**
   * Secret with the keys of many applications, whose own charts may copy it.
   *
   * @default - each application has a secret, which the platform copies into its namespace
   */
  commonSecret: commonSecret.optional(),
});

const uptimeDestination = exactObject({ pingdomTeam: text, emailSecret: text });

/** Services outside AWS. */
export const externalServices = exactObject({
  sentry: z.union([sentry, off]).default(false),

  /**
   * Destinations of outages, by severity.
   *
   * @default - nothing looks from outside
   */
  uptimeDestinations: exactObject({ page: uptimeDestination, warning: uptimeDestination }).optional(),
});

/** Names of ephemeral environments. */
export const ephemeral = exactObject({
  /** Zone that delegates their public zones. */
  parentZone: text,

  /**
   * Domain below which their applications have names.
   *
   * @default - they have none outside the cluster's zone
   */
  publishingParent: text.optional(),

  /** VPC of each of them. None is connected to another network, so all may have the same addresses. */
  vpc: exactObject({ cidr: text, legacySubnets: namedValues(exactObject({ cidr: text, zone: text })) }),
});
