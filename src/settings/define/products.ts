import type { Checked } from "../checking/checked";
import { problemsOfIssue } from "../checking/issue";
import type { Environment } from "../environment/environment";
import { clusterLabel } from "../environment/stack-names";
import { namespaceNames } from "../namespaces/namespaces";
import type { Organisation } from "../organisation/organisation";
import { checkProducts } from "../products/check";
import type { Products, ProductsSettings } from "../products/products";
import { PRODUCTS_SETTINGS } from "../products/settings-schema";
import type { ClusterFacts } from "../products/world";

const NONE: ProductsSettings = { teams: {}, live: [], files: [] };

/** Namespaces that every cluster has before the platform makes any. */
const OF_KUBERNETES = ["default", "kube-system", "kube-public", "kube-node-lease"];

/** Checks products against the clusters that they are on. */
export function productsOf(
  settings: ProductsSettings = NONE,
  environments: readonly Environment[],
  organisation: Organisation,
): Checked<Products> {
  const issues = PRODUCTS_SETTINGS.safeParse(settings, { reportInput: true }).error?.issues ?? [];
  if (issues.length > 0) {
    const problems = issues.flatMap((issue) => problemsOfIssue(issue, ["products"]));
    return { problems, value: { settings: NONE, tenants: [] } };
  }
  const { problems, value } = checkProducts(settings, {
    clusters: clustersOf(environments),
    reserved: new Set([...OF_KUBERNETES, ...namespaceNames(organisation)]),
    gitHub: organisation.gitHub,
  });
  return { problems, value: { settings, tenants: value } };
}

/** Facts about clusters, by the name that their stacks end in. */
const clustersOf = (environments: readonly Environment[]): ReadonlyMap<string, ClusterFacts> =>
  new Map(
    environments.flatMap(({ backend, clusters }) =>
      clusters.map((cluster) => [
        clusterLabel(cluster),
        {
          zones: {
            public: `${cluster.dns.clusterSubdomain}.${cluster.dns.publicZone}`,
            internal: `${cluster.dns.clusterSubdomain}.${cluster.dns.internalZone}`,
          },
          hasArgoCd: cluster.addons.argoCd !== false,
          hasAccessEntries: cluster.cluster.authenticationMode !== "CONFIG_MAP",
          backend: backend.type,
        },
      ]),
    ),
  );
