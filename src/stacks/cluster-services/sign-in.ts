import { PLATFORM_STORE } from "../../names/store-names";
import type { DexProps } from "../../addons/dex/dex";
import type { GitHubSignIn } from "../../addons/dex/github";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import type { Organisation } from "../../settings/organisation/organisation";
import type { ProviderSignIn } from "../../addons/dex/users";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import { type DexConfig, gitHubCredentials, oidcCredentials } from "../../addons/dex/settings";
import { loadBalancerName } from "./load-balancer-name";

/** Sign-in to the environment's web applications. */
export const signIn = (
  { organisation, cluster, secretsRecoveryDays }: ClusterEnvironment,
  { signIn, teams, values, egress }: DexConfig,
) =>
  ({
    provider: providerOf(signIn, teams, organisation),
    deliveryNamespace: organisation.deliveryNamespace,
    monitoringNamespace: PLATFORM_NAMESPACES.monitoring,
    loadBalancerName: loadBalancerName("dex", cluster, organisation),
    secretStore: PLATFORM_STORE,
    secretsPrefix: organisation.secretsPrefix,
    secretRecoveryDays: secretsRecoveryDays,
    values,
    egress,
  }) satisfies Partial<DexProps>;

/** Provider whose teams sign in; `false` where one administrator does. */
function providerOf(
  signIn: DexConfig["signIn"],
  teams: DexConfig["teams"],
  organisation: Organisation,
): ProviderSignIn | false {
  if (signIn === "github") {
    return {
      kind: "github",
      organisations: organisationsOf(teams),
      credentialsSecret: gitHubCredentials(organisation),
    };
  }
  if ("oidc" in signIn) {
    return {
      ...signIn.oidc,
      kind: "oidc",
      groups: teams,
      unverifiedEmails: signIn.oidc.unverifiedEmails ? true : undefined,
      credentialsSecret: oidcCredentials(organisation),
    };
  }
  return "saml" in signIn && { ...signIn.saml, kind: "saml", groups: teams };
}

/** Teams `organisation:team` by organisation, in the order in which each comes first. */
function organisationsOf(teams: DexConfig["teams"]): GitHubSignIn["organisations"] {
  const byName = new Map<string, string[]>();
  for (const [name = "", team = ""] of teams.map((text) => text.split(":"))) {
    byName.set(name, [...(byName.get(name) ?? []), team]);
  }
  return [...byName].map(([name, members]) => ({ name, teams: members }));
}
