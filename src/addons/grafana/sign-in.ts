import type { HelmValues } from "../../constructs/helm-values";

/** Teams with a role in Grafana, each as `<GitHub organisation>:<team>`. Grafana refuses members of none. */
export interface GrafanaTeams {
  /** Team whose members may change data sources and dashboards. */
  readonly admins: string;

  /** Teams whose members may look. */
  readonly viewers: readonly string[];
}

/**
 * Signing in through Dex, which is the only way: Grafana knows no password, not even an administrator's.
 *
 * @see https://grafana.com/docs/grafana/latest/setup-grafana/configure-access/configure-authentication/generic-oauth
 */
export const signInSettings = (dex: string, teams: GrafanaTeams | false): HelmValues => ({
  auth: {
    disable_login_form: true,
    // Who has left a team keeps a role until then.
    login_maximum_lifetime_duration: "12h",
  },
  "auth.basic": { enabled: false },
  "auth.generic_oauth": {
    enabled: true,
    name: "Dex",
    auto_login: true,
    allow_sign_up: true,
    use_pkce: true,
    scopes: "openid profile email groups",
    auth_url: `${dex}/auth`,
    token_url: `${dex}/token`,
    api_url: `${dex}/userinfo`,
    login_attribute_path: "preferred_username",
    role_attribute_path: roleOf(teams),
    role_attribute_strict: true,
  },
});

/** JMESPath over what Dex says of a user. Without teams, everybody who can sign in is an administrator. */
function roleOf(teams: GrafanaTeams | false): string {
  if (teams === false) {
    return "'Admin'";
  }
  const isMember = (team: string) => `contains(groups[*], '${team}')`;
  const roles = [
    `${isMember(teams.admins)} && 'Admin'`,
    ...teams.viewers.map((team) => `${isMember(team)} && 'Viewer'`),
  ];
  return roles.join(" || ");
}
