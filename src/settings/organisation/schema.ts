import { z } from "zod";
import { ALERTING } from "../alerting/schema";
import { CALLERS } from "../checking/callers";
import { exactObject, listOf, namedValues } from "../checking/exact-object";
import { ACCESS_LEVELS } from "../access/access-levels-schema";
import { CONTAINER_REGISTRY_SETTINGS } from "./container-registry-schema";
import { APPLICATION_NAMESPACES } from "../namespaces/namespaces-schema";
import { IDENTITY_PROVIDER } from "../sign-in/identity-provider";
import { PROVIDER_VERSIONS } from "./provider-versions";
import { TERRAFORM_CLOUD_SETTINGS } from "./terraform-cloud-schema";

const text = z.string();
const off = z.literal(false);

/** Defaults that an environment may replace. */
const defaults = exactObject({
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
const callers = exactObject({
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
const tagNames = exactObject({ service: text, environment: text, deployment: text });

/** Teams at a provider: of GitHub each as `<organisation>:<team>`, of another provider its groups. */
const signIn = exactObject({
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

const alerting = exactObject({
  /** Receivers and routes of an environment that has none of its own. */
  default: ALERTING,

  /** Receiver of alerts about the platform itself. */
  platformDestination: text,
});

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
});

const uptimeDestination = exactObject({ pingdomTeam: text, emailSecret: text });

const externalServices = exactObject({
  sentry: z.union([sentry, off]).default(false),

  /**
   * Destinations of outages, by severity.
   *
   * @default - nothing looks from outside
   */
  uptimeDestinations: exactObject({ page: uptimeDestination, warning: uptimeDestination }).optional(),
});

/** Names of ephemeral environments. */
const ephemeral = exactObject({
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

/** Everything that the environments of an organisation share. */
export const ORGANISATION_SETTINGS = exactObject({
  /** Name of the organisation at HCP Terraform; AWS resources carry it in their names. */
  name: text,

  /** Name in texts for people. */
  displayName: text,

  /** GitHub organisation with all of its repositories. */
  gitHub: text,

  /** Repository of this project, without the organisation. */
  repository: text,

  /** E-mail address of the team that runs the platform. */
  contact: text,

  /**
   * Versions of Terraform that may apply a stack, such as `>= 1.11.0`.
   *
   * @default - from 1.11 on, the first that keeps secrets out of states
   */
  terraformVersion: text.default(">= 1.11.0"),

  /**
   * Exact versions of Terraform's providers. Each may be newer than its bindings, within their major.
   *
   * @default - those of the bindings
   */
  providerVersions: PROVIDER_VERSIONS.prefault({}),

  /** Domain above the public zones, which are `<environment>.<publicDomain>`. */
  publicDomain: text,

  /** Domain above the private zones, which are `<environment>.<internalDomain>`. */
  internalDomain: text,

  /**
   * Authorities besides Amazon's that may issue certificates for names in the public zones, by the domain that stands
   * for each in CAA records, such as `letsencrypt.org`.
   *
   * @default - none: the CAA records of the zones name Amazon's alone
   */
  certificateAuthorities: listOf(text).default([]),

  /** Prefix of the name of every secret in AWS Secrets Manager that clusters may read. */
  secretsPrefix: text,

  /**
   * Time zone of schedules and dashboards, as the tz database calls it.
   *
   * @default "UTC"
   */
  timeZone: text.default("UTC"),

  /** Tags of every AWS resource of every stack. */
  tags: namedValues(text),
  tagNames: tagNames.default({
    service: "service",
    environment: "environment",
    deployment: "terraform-deployment",
  }),

  /**
   * AWS account of each environment, twelve digits. `ephemeral` is the account of all ephemeral environments.
   */
  accounts: namedValues(text),

  /** Namespaces of each cluster that teams' applications live in. */
  namespaces: APPLICATION_NAMESPACES,

  /**
   * Namespace of the workflows that deliver applications to all of them, and of their credentials. The platform makes
   * it beside `namespaces`, and no team has access to it.
   *
   * @default - Argo Workflows does not run
   */
  deliveryNamespace: text.optional(),

  /** Levels of access to clusters. The access file of a cluster says who has them. */
  accessLevels: ACCESS_LEVELS,

  callers: callers.default({}),

  /**
   * Environments in the order in which images go through them.
   *
   * @default - images are not promoted
   */
  promotion: listOf(text).default([]),

  /** @default - every environment keeps its state outside HCP Terraform */
  terraformCloud: z.union([TERRAFORM_CLOUD_SETTINGS, off]).default(false),

  /** @default - clusters pull images from where they are published */
  containerRegistry: z.union([CONTAINER_REGISTRY_SETTINGS, off]).default(false),

  /** @default - neither Dex runs nor what engineers sign in to through it */
  signIn: z.union([signIn, off]).default(false),

  /** @default - alerts are in Alertmanager, and go nowhere else */
  alerting: z.union([alerting, off]).default(false),

  /** @default - there are none */
  externalServices: externalServices.default({ sentry: false }),

  /** @default - every environment is permanent */
  ephemeral: z.union([ephemeral, off]).default(false),
  defaults,
});

/** Organisation as its author writes it. */
export type OrganisationSettings = z.input<typeof ORGANISATION_SETTINGS>;

/** Organisation with every section present, `false` where it does without. */
export type OrganisationConfig = z.output<typeof ORGANISATION_SETTINGS>;
