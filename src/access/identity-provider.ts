import { EksIdentityProviderConfig } from "@cdktf/provider-aws/lib/eks-identity-provider-config";
import { Construct } from "constructs";
import { type IdentityProviderConfig, PROVIDER_PREFIX } from "../settings/cluster/identity-provider";

interface IdentityProviderProps extends IdentityProviderConfig {
  readonly clusterName: string;
}

/**
 * Lets people sign in to the Kubernetes API at a provider of OpenID Connect. Levels of access are bound to its groups. EKS
 * takes some twenty minutes to know it, and knows one for each cluster.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/authenticate-oidc-identity-provider.html
 */
export class IdentityProvider extends Construct {
  constructor(scope: Construct, id: string, props: IdentityProviderProps) {
    super(scope, id);
    const { clusterName, issuer, clientId, usernameClaim, groupsClaim } = props;

    new EksIdentityProviderConfig(this, "provider", {
      clusterName,
      oidc: {
        identityProviderConfigName: "people",
        issuerUrl: issuer,
        clientId,
        usernameClaim,
        usernamePrefix: PROVIDER_PREFIX,
        groupsClaim,
        groupsPrefix: PROVIDER_PREFIX,
      },
    });
  }
}
