import type { ApplicationSecretConfig, SharedSecretsConfig } from "../addons/external-secrets/settings";
import { applicationsIn } from "../settings/products/applications";
import { GITHUB, SECRETS_PREFIX } from "./names";
import { products } from "./products";

const named = (names: readonly string[]): string[] => names.map((name) => `${SECRETS_PREFIX}/${name}`);

/** Beginnings of names that are no application's own. */
const OTHERS = [
  "account-api",
  "ai-accelerator",
  "common",
  "db-backup",
  "draft-content-store",
  "email-alert",
  "govuk-mirror",
  "mirror",
  "publishing",
  "smokey",
  "whitehall-admin",
];

/** Databases whose copies people read, with a secret each. */
const READ_BY_PEOPLE = {
  postgres: [
    "account_api",
    "authenticating_proxy",
    "chat",
    "content_block_manager",
    "content_data_admin",
    "content_data_api",
    "content_store",
    "content_tagger",
    "draft_content_store",
    "email_alert_api",
    "fact_check_manager",
    "govuk_ai_accelerator",
    "link_checker_api",
    "local_links_manager",
    "locations_api",
    "places_manager",
    "publishing_api",
    "service_manual_publisher",
    "support_api",
  ],
  mysql: ["collections_publisher", "search_admin"],
  documentdb: ["shared-documentdb"],
};

const readByPeople = Object.entries(READ_BY_PEOPLE).flatMap(([engine, databases]) =>
  databases.map((database) => `${database}/${engine}-readonly`),
);

/** Secrets of GOV.UK as a whole that applications read. */
export const applicationSecrets: readonly ApplicationSecretConfig[] = [
  {
    path: `${SECRETS_PREFIX}/slack-webhook-url`,
    name: "slack-webhook-url",
    namespace: "apps",
    reason:
      "Release tells Slack of deployments; the charts copy the address in argo-services, which is refused.",
  },
];

const APPLICATIONS = applicationsIn(products, GITHUB)
  .filter(({ application: { namespace } }) => namespace === "apps")
  .map(({ application: { name } }) => name);

/**
 * Secrets as GOV.UK's charts name them: after an application, without its namespace.
 *
 * @see https://github.com/alphagov/govuk-helm-charts/tree/main/charts
 * @see https://github.com/alphagov/govuk-dgu-charts/tree/main/charts
 */
export const sharedSecrets: SharedSecretsConfig = {
  store: "aws-secretsmanager",
  names: {
    apps: [
      ...named([...new Set([...APPLICATIONS, ...OTHERS])].sort()).map((name) => `${name}/*`),
      ...named(readByPeople),
    ],
    licensify: named(["licensify"]),
    datagovuk: named(["ckan/postgres-readonly", "dgu/ckan", "dgu/datagovuk"]),
  },
  reason: "Charts of hundreds of applications name these secrets, and rotation jobs write them.",
};
