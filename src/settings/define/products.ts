import type { DexConfig } from "../../addons/dex/settings";
import type { Checked } from "../checking/checked";
import { problemsOfIssue } from "../checking/issue";
import type { ClusterEnvironment, Environment } from "../environment/environment";
import { clusterLabel } from "../environment/stack-names";
import { namespaceNames } from "../namespaces/namespaces";
import type { Organisation } from "../organisation/organisation";
import { alertWays } from "../products/alert-routes";
import { checkProducts } from "../products/check";
import { NO_PRODUCTS, type Products, type ProductsSettings } from "../products/products";
import { hasTeams } from "../sign-in/identity-provider";
import { PRODUCTS_SETTINGS } from "../products/settings-schema";
import type { ClusterFacts } from "../products/world";

/** Namespaces that every cluster has before the platform makes any. */
const OF_KUBERNETES = ["default", "kube-system", "kube-public", "kube-node-lease"];

/** Checks products against the clusters that they are on. */
export function productsOf(
  settings: ProductsSettings = NO_PRODUCTS.settings,
  environments: readonly Environment[],
  organisation: Organisation,
): Checked<Products> {
  const issues = PRODUCTS_SETTINGS.safeParse(settings, { reportInput: true }).error?.issues ?? [];
  if (issues.length > 0) {
    const problems = issues.flatMap((issue) => problemsOfIssue(issue, ["products"]));
    return { problems, value: NO_PRODUCTS };
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
    environments.flatMap(({ name, backend, clusters }) =>
      clusters.map((cluster) => [
        clusterLabel(cluster),
        {
          zones: {
            public: `${cluster.dns.clusterSubdomain}.${cluster.dns.publicZone}`,
            internal: `${cluster.dns.clusterSubdomain}.${cluster.dns.internalZone}`,
          },
          environment: name,
          dexGroups: groupsOf(cluster.addons.dex),
          alertWays: waysOf(cluster.addons.kubePrometheusStack),
          hasArgoCd: cluster.addons.argoCd !== false,
          hasAccessEntries: cluster.cluster.authenticationMode !== "CONFIG_MAP",
          backend: backend.type,
        },
      ]),
    ),
  );

const groupsOf = (dex: DexConfig | false): readonly string[] | undefined =>
  dex !== false && hasTeams(dex) ? dex.teams : undefined;

const waysOf = (stack: ClusterEnvironment["addons"]["kubePrometheusStack"]) =>
  stack === false ? [] : alertWays(stack.alerting);
