import type { IdentityProviderConfig } from "../../../src/settings/cluster/identity-provider";

/** Context and user of a person who signs in at the cluster's identity provider. */
export const personOf = (cluster: string): string => `${cluster}-oidc`;

/**
 * User whose browser signs in, by the plugin `oidc-login` of kubectl.
 *
 * @see https://github.com/int128/kubelogin
 */
export const personAt = ({ issuer, clientId }: IdentityProviderConfig, cluster: string) => ({
  name: personOf(cluster),
  user: {
    exec: {
      apiVersion: "client.authentication.k8s.io/v1",
      command: "kubectl",
      args: [
        "oidc-login",
        "get-token",
        `--oidc-issuer-url=${issuer}`,
        `--oidc-client-id=${clientId}`,
        "--oidc-extra-scope=email",
      ],
      interactiveMode: "IfAvailable",
    },
  },
});
