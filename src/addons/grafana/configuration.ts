import type { DatabaseAuthorities } from "../../constructs/database-authorities";
import type { HelmValues } from "../../constructs/helm-values";
import type { AddonDatabase } from "../../constructs/database-user/props";

/**
 * Grafana's own settings besides signing in.
 *
 * @see https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana
 */
export const grafanaSettings = (
  host: string,
  database: HelmValues | false,
  timeZone: string,
): HelmValues => ({
  server: { root_url: `https://${host}` },
  ...(database !== false && { database }),
  analytics: {
    reporting_enabled: false,
    check_for_updates: false,
    check_for_plugin_updates: false,
    feedback_links_enabled: false,
  },
  security: { cookie_secure: true, disable_gravatar: true, strict_transport_security: true },
  snapshots: { external_enabled: false },
  // A plugin that updates itself is unloaded first, and its new version cannot be written to the image: its data
  // source would be gone (grafana/grafana#132528).
  plugins: { preinstall_disabled: true, plugin_admin_enabled: false },
  aws: { allowed_auth_providers: "default", assume_role_enabled: false },
  // Prometheus evaluates rules; Grafana shows them, and Alertmanager's silences.
  unified_alerting: { execute_alerts: false },
  date_formats: { default_timezone: timeZone },
  "log.console": { format: "json" },
});

/** A PostgreSQL database, known by its certificate. */
export const postgresql = ({ host, port }: AddonDatabase, { file }: DatabaseAuthorities): HelmValues => ({
  type: "postgres",
  host: `${host}:${port}`,
  ssl_mode: "verify-full",
  ca_cert_path: file,
});

/** The keys of Secrets that Grafana reads, by its environment variable. */
export const grafanaEnvironment = ({
  client,
  encryption,
  database,
}: {
  /** The Secret with Dex's `clientID` and `clientSecret`. */
  readonly client: string;

  /** The Secret with the key that encrypts what Grafana stores. */
  readonly encryption: string;

  /** The Secret with the credentials of its user of the database; `false` for none. */
  readonly database: string | false;
}): HelmValues => ({
  GF_AUTH_GENERIC_OAUTH_CLIENT_ID: from(client, "clientID"),
  GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET: from(client, "clientSecret"),
  GF_SECURITY_SECRET_KEY: from(encryption, "key"),
  ...(database !== false && {
    GF_DATABASE_NAME: from(database, "dbname"),
    GF_DATABASE_USER: from(database, "username"),
    GF_DATABASE_PASSWORD: from(database, "password"),
  }),
});

const from = (name: string, key: string): HelmValues => ({ secretKeyRef: { name, key } });
