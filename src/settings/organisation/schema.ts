import { z } from "zod";
import { CHARTS_LAYOUT } from "./charts-layout-schema";
import { exactObject, listOf, namedValues } from "../checking/exact-object";
import { ACCESS_TEMPLATES } from "../access/access-templates";
import { ACCESS_LEVELS } from "../access/access-levels-schema";
import { CLUSTER_READERS } from "../access/cluster-readers-schema";
import { CONTAINER_REGISTRY_SETTINGS } from "./container-registry-schema";
import { APPLICATION_NAMESPACES } from "../namespaces/namespaces-schema";
import { PROVIDER_VERSIONS } from "./provider-versions";
import { RELEASES } from "../releases/schema";
import { TERRAFORM_CLOUD_SETTINGS } from "./terraform-cloud-schema";
import {
  alerting,
  callers,
  defaults,
  ephemeral,
  externalServices,
  signIn,
  tagNames,
} from "./sections-schema";

const text = z.string();
const off = z.literal(false);

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
   * Organisations that workload clusters of a fleet are for, by names that are DNS labels.
   *
   * @default - none: clusters are the platform's own
   */
  organisations: listOf(text).default([]),

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

  /**
   * Releases of the platform by number, each a bill of materials, and `next`, the one in the making. A cluster names one.
   *
   * @default - none: clusters run the versions that this checkout is written for
   */
  releases: RELEASES.default({}),

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

  /**
   * Access that clusters of some organisations or environments give alike, beside what their access files say.
   *
   * @default - none: access files say everything
   */
  accessTemplates: ACCESS_TEMPLATES.default({}),

  /**
   * Applications whose pods read what runs in clusters, by name.
   *
   * @default - none
   */
  clusterReaders: CLUSTER_READERS.default({}),

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

  /**
   * Layouts of repositories of charts, by name, beside `own`: one project of Argo CD for each team, and one image
   * tag for each application.
   *
   * @default - `own` alone
   */
  chartsLayouts: namedValues(CHARTS_LAYOUT).default({}),
  defaults,
});

/** Organisation as its author writes it. */
export type OrganisationSettings = z.input<typeof ORGANISATION_SETTINGS>;

/** Organisation with every section present, `false` where it does without. */
export type OrganisationConfig = z.output<typeof ORGANISATION_SETTINGS>;
