import { EksIdentityProviderConfig } from "@cdktf/provider-aws/lib/eks-identity-provider-config";
import { KUBERNETES_PROGRAM } from "../../addons/dex/clients";
import type { Dex } from "../../addons/dex/dex";
import { TEAM_GROUP_PREFIX } from "../../names/tenant-names";
import type { Platform } from "./platform";

/**
 * Lets members of teams sign in to the Kubernetes API through Dex. EKS prefixes their names and groups, so that neither
 * is ever one of the platform's or of Kubernetes.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/authenticate-oidc-identity-provider.html
 */
export const signTenantsIn = (
  { stack, shared: { cluster } }: Platform,
  dex: Dex,
): EksIdentityProviderConfig =>
  new EksIdentityProviderConfig(stack, "tenant-sign-in", {
    clusterName: cluster.name,
    oidc: {
      identityProviderConfigName: "dex",
      issuerUrl: dex.issuer,
      clientId: KUBERNETES_PROGRAM.id,
      usernameClaim: "email",
      usernamePrefix: TEAM_GROUP_PREFIX,
      groupsClaim: "groups",
      groupsPrefix: TEAM_GROUP_PREFIX,
    },
    dependsOn: [...dex.ready],
  });
