import { SECRETS_MANAGER_STORE } from "../../addons/external-secrets/secret-stores";
import type { DexProps } from "../../addons/dex/dex";
import type { GitHubSignIn } from "../../addons/dex/github";
import type { Environment } from "../../settings/environment/environment";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import { ORGANISATION } from "../../platform/organisation";
import { type DexConfig, GITHUB_CREDENTIALS } from "../../addons/dex/settings";
import { loadBalancerName } from "./load-balancer-name";

/** How people sign in to the environment's web applications. */
export const signIn = ({ cluster, secretsRecoveryDays }: Environment, { signIn, teams, values }: DexConfig) =>
  ({
    github: signIn === "github" && {
      organisations: organisationsOf(teams),
      credentialsSecret: GITHUB_CREDENTIALS,
    },
    appsNamespace: "apps",
    monitoringNamespace: PLATFORM_NAMESPACES.monitoring,
    loadBalancerName: loadBalancerName("dex", cluster),
    secretStore: SECRETS_MANAGER_STORE,
    secretsPrefix: ORGANISATION.secretsPrefix,
    secretRecoveryDays: secretsRecoveryDays,
    values,
  }) satisfies Partial<DexProps>;

/** `organisation:team` by organisation, in the order in which each comes first. */
function organisationsOf(teams: DexConfig["teams"]): GitHubSignIn["organisations"] {
  const byName = new Map<string, string[]>();
  for (const [name = "", team = ""] of teams.map((text) => text.split(":"))) {
    byName.set(name, [...(byName.get(name) ?? []), team]);
  }
  return [...byName].map(([name, members]) => ({ name, teams: members }));
}
