import { EksIdentityProviderConfig } from "@cdktf/provider-aws/lib/eks-identity-provider-config";
import { Construct } from "constructs";

interface IdentityProviderProps {
  readonly clusterName: string;

  /** Address below which EKS finds `.well-known/openid-configuration`. */
  readonly issuer: string;
  readonly clientId: string;

  /** Beginning of the names and groups of its people in the cluster, which no others have. */
  readonly prefix: string;

  /** Claims with the name and the groups of a person. */
  readonly usernameClaim: string;
  readonly groupsClaim: string;
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
    const { clusterName, issuer, clientId, prefix, usernameClaim, groupsClaim } = props;

    new EksIdentityProviderConfig(this, "provider", {
      clusterName,
      oidc: {
        identityProviderConfigName: "people",
        issuerUrl: issuer,
        clientId,
        usernameClaim,
        usernamePrefix: prefix,
        groupsClaim,
        groupsPrefix: prefix,
      },
    });
  }
}
