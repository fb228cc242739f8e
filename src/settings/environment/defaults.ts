import { withTemplates } from "../access/access-templates";
import type { Organisation } from "../organisation/organisation";
import { deliversApplications, signsInWith } from "../addon-definition/organisation-sections";
import { type AddonsContext, addonsWithDefaults } from "../addons/defaults";
import { isAutoModeAlone } from "../cluster/compute/compute";
import { clusterWithDefaults } from "../cluster/defaults";
import type { ClusterConfig, ClusterSettings } from "../cluster/cluster";
import { databasesWithDefaults } from "../databases/database";
import type { ClusterDnsConfig, DnsConfig, DnsSettings } from "../dns/dns";
import { externalServicesWithDefaults } from "../external-services/external-services";
import { applicationNamespacesWithDefaults } from "../namespaces/application-namespaces";
import { clusterNetworkWithDefaults, networkWithDefaults } from "../network/defaults";
import { releaseOf } from "../releases/release";
import { defaultBackend } from "../state/backend";
import type { ClusterEnvironmentConfig, EnvironmentConfig, EnvironmentSettings } from "./environment";

/** Settings that all clusters of an environment share. */
type Shared = Omit<EnvironmentConfig, "clusters">;

/** Settings of an environment and its clusters over their defaults. */
export function withDefaults(settings: EnvironmentSettings, organisation: Organisation): EnvironmentConfig {
  const clusters: ClusterEnvironmentConfig[] = [];
  const named = Object.entries(settings.clusters).map(([name, cluster]) => ({
    name,
    cluster,
    main: cluster.main ?? Object.keys(settings.clusters).length === 1,
  }));
  const subdomain = named
    .filter(({ main }) => main)
    .map(({ name, cluster }) => subdomainOf(name, cluster, true))[0];
  const shared = sharedWithDefaults(settings, subdomain ?? "eks", organisation);

  const mainFirst = [...named].sort((one, other) => Number(other.main) - Number(one.main));
  clusters.push(
    ...mainFirst.map(({ name, cluster, main }) => ({
      ...shared,
      clusters,
      ...clusterEnvironment(name, cluster, main, shared),
    })),
  );
  return { ...shared, clusters };
}

function sharedWithDefaults(
  settings: EnvironmentSettings,
  mainSubdomain: string,
  organisation: Organisation,
): Shared {
  const { name, region = organisation.defaults.region } = settings;
  const dns = dnsWithDefaults(settings.dns, name, organisation);

  return {
    organisation,
    name,
    region,
    backend: settings.backend ?? defaultBackend(organisation),
    network: networkWithDefaults(settings.network, region),
    dns,
    alarmEmailSecret: settings.alarmEmailSecret ?? organisation.defaults.alarmEmailSecret ?? false,
    deletionProtection: settings.deletionProtection ?? true,
    flowLogs: settings.flowLogs ?? true,
    threatDetection: settings.threatDetection ?? true,
    threatSeverity: settings.threatSeverity ?? "medium",
    serviceLinkedRoles: settings.serviceLinkedRoles ?? {},
    bucketAccessLogs: settings.bucketAccessLogs,
    forceDestroy: settings.forceDestroy ?? false,
    secretsRecoveryDays: settings.secretsRecoveryDays ?? 7,
    externalServices: externalServicesWithDefaults(settings.externalServices, {
      organisation,
      clusterZone: `${mainSubdomain}.${dns.publicZone}`,
    }),
    state: {
      moved: settings.state?.moved ?? [],
      imported: settings.state?.imported ?? [],
      removed: settings.state?.removed ?? [],
    },
  };
}

function clusterEnvironment(name: string, settings: ClusterSettings, main: boolean, shared: Shared) {
  const dns = clusterDns(name, settings, main, shared.dns);
  const { organisation } = shared;
  const signsIn = signsInWith(settings.addons, organisation);
  const cluster = clusterWithDefaults(name, settings, {
    environment: shared.name,
    main,
    backend: shared.backend,
    organisation,
  });
  const { gitops } = cluster;
  const databases = databasesWithDefaults(settings, {
    grafana: signsIn,
    argoWorkflows: deliversApplications({ organisation, signsIn, gitops }),
  });

  return {
    cluster,
    network: clusterNetworkWithDefaults(settings, main, shared.network),
    dns,
    ...databases,
    addons: addonsWithDefaults(settings.addons, {
      organisation,
      place: { name: shared.name, region: shared.region },
      charts: releaseOf(settings.release, organisation.releases)?.charts,
      signsIn,
      clusterName: name,
      nodesBy: makerOfNodes(cluster),
      podsBy: cluster.podNetwork.engine,
      gitops,
      relay: cluster.endpointAccess.relay?.kind,
      clusterZone: `${dns.clusterSubdomain}.${dns.publicZone}`,
      hasGrafanaDatabase: databases.grafanaDatabase !== false,
      hasWorkflowsDatabase: databases.workflowsDatabase !== false,
    }),
    namespaces: applicationNamespacesWithDefaults(settings.namespaces, shared.organisation),
    access: withTemplates(settings.access, organisation.accessTemplates, {
      environment: shared.name,
      fleet: settings.fleet,
    }),
  };
}

const makerOfNodes = (cluster: ClusterConfig): AddonsContext["nodesBy"] =>
  cluster.compute.kind === "auto" && !isAutoModeAlone(cluster) ? "auto-beside-groups" : cluster.compute.kind;

function dnsWithDefaults(
  { publishingDomain, parentZone, certificateChallenge }: DnsSettings = {},
  name: string,
  organisation: Organisation,
): DnsConfig {
  return {
    publishingDomain,
    parentZone,
    certificateChallenge,
    publicZone: `${name}.${parentZone ?? organisation.publicDomain}`,
    internalZone: `${name}.${organisation.internalDomain}`,
  };
}

const clusterDns = (
  name: string,
  settings: ClusterSettings,
  main: boolean,
  dns: DnsConfig,
): ClusterDnsConfig => ({
  ...dns,
  clusterSubdomain: subdomainOf(name, settings, main),
  publishingCertificate: settings.publishingCertificate ?? (main && dns.publishingDomain !== undefined),
});

const subdomainOf = (name: string, { subdomain }: ClusterSettings, main: boolean): string =>
  subdomain ?? (main ? "eks" : name);
