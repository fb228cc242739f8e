import { PLATFORM_STORE } from "../../names/store-names";
import type { DexProps } from "../../addons/dex/dex";
import type { GitHubSignIn } from "../../addons/dex/github";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import { type DexConfig, gitHubCredentials } from "../../addons/dex/settings";
import { loadBalancerName } from "./load-balancer-name";

/** Sign-in to the environment's web applications. */
export const signIn = (
  { organisation, cluster, secretsRecoveryDays }: ClusterEnvironment,
  { signIn, teams, values }: DexConfig,
) =>
  ({
    github: signIn === "github" && {
      organisations: organisationsOf(teams),
      credentialsSecret: gitHubCredentials(organisation),
    },
    deliveryNamespace: organisation.deliveryNamespace,
    monitoringNamespace: PLATFORM_NAMESPACES.monitoring,
    loadBalancerName: loadBalancerName("dex", cluster, organisation),
    secretStore: PLATFORM_STORE,
    secretsPrefix: organisation.secretsPrefix,
    secretRecoveryDays: secretsRecoveryDays,
    values,
  }) satisfies Partial<DexProps>;

/** Teams `organisation:team` by organisation, in the order in which each comes first. */
function organisationsOf(teams: DexConfig["teams"]): GitHubSignIn["organisations"] {
  const byName = new Map<string, string[]>();
  for (const [name = "", team = ""] of teams.map((text) => text.split(":"))) {
    byName.set(name, [...(byName.get(name) ?? []), team]);
  }
  return [...byName].map(([name, members]) => ({ name, teams: members }));
}
