import type { DexConfig } from "../../addons/dex/settings";
import type { Checked } from "../checking/checked";
import { domainEngineOf } from "../cluster/pod-network";
import { PLATFORM_HOSTS } from "../dns/platform-hosts";
import type { ClusterEnvironment, Environment } from "../environment/environment";
import { clusterLabel } from "../environment/stack-names";
import { CLUSTER_CHECK } from "../namespaces/cluster-check";
import {
  applicationNamespaces,
  CUSTOMERS_NAMESPACE,
  EKS_ARGO_CD_NAMESPACE,
  namespaceNames,
  TELEPORT_NAMESPACE,
} from "../namespaces/namespaces";
import type { Organisation } from "../organisation/organisation";
import { alertWays } from "../products/alert-routes";
import { applicationTeamsIn } from "../products/application-teams";
import { type Application, applicationsIn } from "../products/applications";
import { checkProducts } from "../products/check";
import { NO_PRODUCTS, type ProductsSettings } from "../products/products";
import { hasTeams } from "../sign-in/identity-provider";
import { problemsOfProductsShape } from "../products/shape";
import type { ClusterFacts } from "../products/world";
import type { Tenants } from "../tenants/tenants";

/** Namespaces that every cluster has before the platform makes any. */
const OF_KUBERNETES = ["default", "kube-system", "kube-public", "kube-node-lease"];

const NO_TENANTS: Tenants = { teams: [], applications: [], products: NO_PRODUCTS };

/** Checks products against the clusters that they are on, or their shape alone where clusters are not known. */
export function checkTenants(
  settings: ProductsSettings = NO_PRODUCTS.settings,
  environments: readonly Environment[] | undefined,
  organisation: Organisation,
): Checked<Tenants> {
  const shape = problemsOfProductsShape(settings);
  if (shape.length > 0) {
    return { problems: shape, value: NO_TENANTS };
  }
  if (environments === undefined) {
    return { problems: [], value: NO_TENANTS };
  }
  const { teams, applications } = tenantsIn(settings, organisation);
  const { problems, value } = checkProducts(settings, {
    clusters: clustersOf(environments, applications),
    reserved: new Set([
      ...OF_KUBERNETES,
      ...namespaceNames(organisation),
      CUSTOMERS_NAMESPACE,
      EKS_ARGO_CD_NAMESPACE,
      TELEPORT_NAMESPACE,
      CLUSTER_CHECK.namespace,
    ]),
    namespaces: applicationNamespaces(organisation),
    baseImages: baseImagesOf(organisation),
    gitHub: organisation.gitHub,
    repositories: repositoriesOf(organisation, applications),
  });
  return { problems, value: { teams, applications, products: { settings, tenants: value } } };
}

/** Teams and applications of files, whatever the rules say about them; none for a platform without products. */
export const tenantsIn = (
  settings: ProductsSettings | undefined,
  { gitHub }: Pick<Organisation, "gitHub">,
): Pick<Tenants, "teams" | "applications"> =>
  settings === undefined
    ? { teams: [], applications: [] }
    : {
        teams: applicationTeamsIn(settings),
        applications: applicationsIn(settings, gitHub).map(({ application }) => application),
      };

const baseImagesOf = ({ containerRegistry }: Pick<Organisation, "containerRegistry">) =>
  containerRegistry === false ? [] : containerRegistry.baseImages;

/** Facts about clusters, by the name that their stacks end in. */
const clustersOf = (
  environments: readonly Environment[],
  applications: readonly Application[],
): ReadonlyMap<string, ClusterFacts> =>
  new Map(
    environments.flatMap(({ name, backend, clusters, serviceLinkedRoles, externalServices }) =>
      clusters.map((cluster) => [
        clusterLabel(cluster),
        {
          zones: zonesOf(cluster),
          hosts: new Set(hostsOf(cluster, applications)),
          environment: name,
          dexGroups: groupsOf(cluster.addons.dex),
          alertWays: waysOf(cluster.addons.kubePrometheusStack),
          hasAck: cluster.cluster.eksCapabilities.ack,
          copiesSecrets: copiesSecrets(cluster),
          hasSentry: externalServices.sentry && cluster.organisation.externalServices.sentry !== false,
          sendsDigests: cluster.addons.seal !== false,
          hasSearch: serviceLinkedRoles.opensearchservice !== undefined,
          verifiesImages: cluster.organisation.containerRegistry !== false,
          gitops: engineOf(cluster),
          hasIdentityProvider: cluster.cluster.identityProvider !== undefined,
          hasAccessEntries: cluster.cluster.authenticationMode !== "CONFIG_MAP",
          knowsDomains: domainEngineOf(cluster.cluster) !== undefined,
          backend: backend.type,
        },
      ]),
    ),
  );

/** Program that delivers to a cluster, if it runs there. */
function engineOf({ cluster: { gitops }, addons }: ClusterEnvironment): ClusterFacts["gitops"] {
  const runs = {
    "argo-cd": addons.argoCd !== false,
    flux: addons.flux !== false,
    // A rule wants the capability beside the word.
    "eks-argo-cd": true,
  };
  return runs[gitops] ? gitops : undefined;
}

const copiesSecrets = ({ addons: { externalSecrets } }: ClusterEnvironment): boolean =>
  externalSecrets !== false && externalSecrets.stores.secretsManager;

/** Owners of repositories that have identities already, by their names in small letters: GitHub tells none apart by capitals. */
const repositoriesOf = (
  { gitHub, repository, defaults: { chartsRepository }, containerRegistry }: Organisation,
  applications: readonly Application[],
): ReadonlyMap<string, string> => {
  const ofPlatform = [
    `${gitHub}/${repository}`,
    ...(chartsRepository === undefined ? [] : [chartsRepository]),
    ...baseImagesOf({ containerRegistry }).map((image) => image.repository),
  ];
  return new Map([
    ...applications.map((application) => [application.repository.toLowerCase(), application.team] as const),
    ...ofPlatform.map((name) => [name.toLowerCase(), "the platform"] as const),
  ]);
};

const groupsOf = (dex: DexConfig | false): readonly string[] | undefined =>
  dex !== false && hasTeams(dex) ? dex.teams : undefined;

const waysOf = (stack: ClusterEnvironment["addons"]["kubePrometheusStack"]) =>
  stack === false ? [] : alertWays(stack.alerting);

const zonesOf = ({ dns }: ClusterEnvironment): ClusterFacts["zones"] => ({
  public: `${dns.clusterSubdomain}.${dns.publicZone}`,
  internal: `${dns.clusterSubdomain}.${dns.internalZone}`,
});

/** Hosts that are not for products: those of the platform's pages, of applications and of settings of single namespaces. */
function hostsOf(cluster: ClusterEnvironment, applications: readonly Application[]): string[] {
  const {
    dns: { publishingDomain },
    addons: { gatekeeper },
  } = cluster;
  const domains = [...Object.values(zonesOf(cluster)), ...(publishingDomain ? [publishingDomain] : [])];
  const labels = [...PLATFORM_HOSTS, CLUSTER_CHECK.host, ...applications.flatMap(({ hosts }) => hosts)];
  return [
    ...labels.flatMap((label) => domains.map((domain) => `${label}.${domain}`)),
    ...(gatekeeper === false ? [] : gatekeeper.ingresses.flatMap(({ hosts }) => hosts)),
  ];
}
