import type { Permission } from "../../constructs/iam-policy";
import { regional, type Territory } from "./territory";

/** Provider of OpenID Connect of the cluster, by a name and an id that EKS chooses. */
const providers = (territory: Territory): string =>
  regional(territory)("eks", `identityproviderconfig/${territory.clusterName}/*`);

/** Permission to read the provider that people or tenants sign in at. */
export const readIdentityProvider = (territory: Territory): Permission[] =>
  territory.identityProvider
    ? [{ actions: ["eks:DescribeIdentityProviderConfig"], resources: [providers(territory)] }]
    : [];

/** Permission to associate a provider with the cluster, and to let go of it. */
export const changeIdentityProvider = (territory: Territory): Permission[] =>
  territory.identityProvider
    ? [
        {
          actions: [
            "eks:AssociateIdentityProviderConfig",
            "eks:DisassociateIdentityProviderConfig",
            "eks:TagResource",
            "eks:UntagResource",
          ],
          resources: [regional(territory)("eks", `cluster/${territory.clusterName}`), providers(territory)],
        },
      ]
    : [];
