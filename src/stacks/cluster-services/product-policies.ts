import type { Constraint } from "../../addons/gatekeeper/constraint";
import { ownImagesFor } from "../../settings/organisation/container-registry";
import { TENANT_STORE_PREFIX, tenantSecretsOf } from "../../names/tenant-resource-names";
import { clusterLabel } from "../../settings/environment/stack-names";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { productKeys } from "../../settings/namespaces/namespaces";

/**
 * Constraint of a policy about named namespaces, once more for those of products: their own stacks name those, and the
 * cluster's know the label alone.
 */
export const ofProducts = (
  { namespaces, ...constraint }: Constraint,
  environment: ClusterEnvironment,
  unsignedImages: boolean,
): Constraint[] =>
  namespaces === undefined
    ? []
    : [
        {
          ...constraint,
          name: `${constraint.policy}-products`,
          namespaceLabel: productKeys(environment.organisation).product,
          ...(constraint.policy === "allowed-images" && {
            parameters: imagesOfProducts(environment, unsignedImages),
          }),
          ...(constraint.policy === "own-secrets" && {
            parameters: { ...constraint.parameters, products: secretsOfProducts(environment) },
          }),
        },
      ];

/** Stores and secrets of products, which their own stacks make and the cluster's know by their beginnings alone. */
const secretsOfProducts = (environment: ClusterEnvironment) => ({
  store: TENANT_STORE_PREFIX,
  secrets: tenantSecretsOf(clusterLabel(environment)),
});

/**
 * Products run the organisation's own images, which Kyverno verifies in every namespace of a product, and those of their own
 * registries where the platform says why nothing signs them.
 */
function imagesOfProducts(
  environment: ClusterEnvironment,
  unsignedImages: boolean,
): Constraint["parameters"] {
  const { organisation } = environment;
  const own = ownImagesFor(environment);
  return {
    allowed: [
      ...(own.length > 0 ? [{ prefixes: own.map((images) => `${images}/`) }] : []),
      ...(unsignedImages ? [{ accounts: [...new Set(Object.values(organisation.accounts))] }] : []),
    ],
  };
}
