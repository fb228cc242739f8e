import { z } from "zod";
import { ALERTING } from "../alerting/schema";
import { exactObject, listOf, namedValues } from "../checking/exact-object";
import { CONTAINER_REGISTRY_SETTINGS } from "./container-registry-schema";
import { TERRAFORM_CLOUD_SETTINGS } from "./terraform-cloud-schema";

const text = z.string();
const off = z.literal(false);

/** Defaults that an environment may replace. */
const defaults = exactObject({
  /** Region of AWS. */
  region: text,

  /** Name of an environment's cluster. Its load balancers have the plainest names. */
  clusterName: text,

  /** Repository of the charts that Argo CD deploys, such as `example/charts`. */
  chartsRepository: text,

  /** Slack channel for messages about all applications, such as `#deployments`. */
  deployChannel: text,

  /** Name of the secret with the address of Logstash. */
  logstashSecret: text,

  /** Objects that developers create to have a job run for them; `false` for none. */
  jobRequests: z.union([exactObject({ apiGroup: text, resources: listOf(text) }), off]),
});

/** Names of the tags that say which stack made a resource. */
const tagNames = exactObject({ service: text, environment: text, deployment: text });

/** GitHub teams, each as `<organisation>:<team>`. */
const signIn = exactObject({
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

  /** Name of the Slack workspace that Sentry posts to. */
  slackWorkspace: text,

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
  sentry: z.union([sentry, off]),

  /** Destinations of outages, by severity. */
  uptimeDestinations: exactObject({ page: uptimeDestination, warning: uptimeDestination }),
});

/** Names of ephemeral environments. */
const ephemeral = exactObject({
  /** Zone that delegates their public zones. */
  parentZone: text,

  /** Domain below which their applications have names. */
  publishingParent: text,
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

  /** Project at HCP Terraform of an environment that names none. */
  terraformProject: text,

  /** Versions of Terraform that may apply a stack, such as `>= 1.11.0`. */
  terraformVersion: text,

  /** Domain above the public zones, which are `<environment>.<publicDomain>`. */
  publicDomain: text,

  /** Domain above the private zones, which are `<environment>.<internalDomain>`. */
  internalDomain: text,

  /** Prefix of the name of every secret in AWS Secrets Manager that clusters may read. */
  secretsPrefix: text,

  /** Tags of every AWS resource of every stack. */
  tags: namedValues(text),
  tagNames,

  /**
   * AWS account of each environment, twelve digits. `ephemeral` is the account of all ephemeral environments.
   */
  accounts: namedValues(text),

  /** Environments in the order in which images go through them. */
  promotion: listOf(text),

  /** HCP Terraform. `false`: every environment keeps its state elsewhere. */
  terraformCloud: z.union([TERRAFORM_CLOUD_SETTINGS, off]),

  /** Container registry. `false`: clusters pull images from their publishers. */
  containerRegistry: z.union([CONTAINER_REGISTRY_SETTINGS, off]),
  signIn,
  alerting,
  externalServices,
  ephemeral: z.union([ephemeral, off]),
  defaults,
});

/** Organisation as its author writes it. */
export type OrganisationSettings = z.infer<typeof ORGANISATION_SETTINGS>;
