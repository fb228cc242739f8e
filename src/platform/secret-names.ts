import type { SharedSecretsConfig } from "../addons/external-secrets/settings";
import { SECRETS_PREFIX } from "./names";
import { applications } from "./tenants/applications";

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

const APPLICATIONS = applications.filter(({ namespace }) => namespace === "apps").map(({ name }) => name);

/**
 * Secrets as GOV.UK's charts name them: after an application, without its namespace.
 *
 * @see https://github.com/alphagov/govuk-helm-charts/tree/main/charts
 * @see https://github.com/alphagov/govuk-dgu-charts/tree/main/charts
 */
export const sharedSecrets: SharedSecretsConfig = {
  store: "aws-secretsmanager",
  names: {
    apps: named([...new Set([...APPLICATIONS, ...OTHERS])].sort()).map((name) => `${name}/*`),
    licensify: named(["licensify"]),
    datagovuk: named(["ckan/postgres-readonly", "dgu/ckan", "dgu/datagovuk"]),
  },
  reason: "Charts of hundreds of applications name these secrets, and rotation jobs write them.",
};
