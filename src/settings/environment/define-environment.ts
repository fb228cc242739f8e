import { applicationNamespacesWithDefaults } from "../namespaces/application-namespaces";
import { type BackendConfig, DEFAULT_BACKEND } from "../state/backend";
import { type Checked, checkedOrThrow } from "../checking/checked";
import { type ClusterConfig, type ClusterSettings, nodeGroup } from "../cluster/cluster";
import { databasesWithDefaults } from "../databases/database";
import type { DnsConfig, DnsSettings } from "../dns/dns";
import { EKS_ADDON_NAMES, EKS_ADDONS, type EksAddonConfig } from "../cluster/eks-addons";
import type { Environment, EnvironmentConfig, EnvironmentSettings } from "./environment";
import { externalServicesWithDefaults } from "../external-services/external-services";
import { mergeSettings } from "../checking/merge-settings";
import { ENDPOINT_DEFAULTS, type NetworkConfig, type NetworkSettings, vpcCidr } from "../network/network";
import { standardSubnets } from "../network/layout";
import { ORGANISATION } from "../../platform/organisation";
import { problemsOf, problemsOfAll } from "./rules";
import { problemsOfShape } from "./shape";
import { addonsWithDefaults } from "../addons/defaults";
import { TERRAFORM_ROLES } from "../organisation/terraform-cloud";

/**
 * Fills in defaults and checks every rule.
 *
 * @throws ConfigurationError listing every problem, each with its path
 */
export function defineEnvironment(settings: EnvironmentSettings): Environment {
  return defineEnvironments([settings])[0]!;
}

/** As `defineEnvironment`, and checks that the environments fit together. One error lists the problems of all. */
export const defineEnvironments = (all: readonly EnvironmentSettings[]): Environment[] =>
  checkedOrThrow(checkEnvironments(all));

/** As `defineEnvironments`, for whoever has other problems to report with these. */
export function checkEnvironments(all: readonly EnvironmentSettings[]): Checked<Environment[]> {
  const shapes = all.map((settings) => problemsOfShape(settings));
  const environments = all.filter((_, index) => shapes[index]!.length === 0).map(withDefaults);

  return {
    problems: [...shapes.flat(), ...environments.flatMap(problemsOf), ...problemsOfAll(environments)],
    value: environments as Environment[],
  };
}

function withDefaults(settings: EnvironmentSettings): EnvironmentConfig {
  const { name, region = "eu-west-1", backend = DEFAULT_BACKEND } = settings;
  const dns = dnsWithDefaults(settings.dns, name);
  const cluster = clusterWithDefaults(settings.cluster, backend);
  const databases = databasesWithDefaults(settings);

  return {
    name,
    region,
    backend,
    network: networkWithDefaults(settings.network, region),
    dns,
    cluster,
    ...databases,
    alarmEmailSecret:
      settings.alarmEmailSecret ?? `${ORGANISATION.secretsPrefix}/slack/platform-support-email`,
    deletionProtection: settings.deletionProtection ?? true,
    forceDestroy: settings.forceDestroy ?? false,
    secretsRecoveryDays: settings.secretsRecoveryDays ?? 7,
    addons: addonsWithDefaults(settings.addons, {
      clusterName: cluster.name,
      clusterZone: `${dns.clusterSubdomain}.${dns.publicZone}`,
      hasGrafanaDatabase: databases.grafanaDatabase !== false,
      hasWorkflowsDatabase: databases.workflowsDatabase !== false,
    }),
    namespaces: applicationNamespacesWithDefaults(settings.namespaces),
    externalServices: externalServicesWithDefaults(settings.externalServices, {
      clusterZone: `${dns.clusterSubdomain}.${dns.publicZone}`,
    }),
    state: { moved: settings.state?.moved ?? [], imported: settings.state?.imported ?? [] },
    access: settings.access,
  };
}

function networkWithDefaults(network: NetworkSettings, region: string): NetworkConfig {
  const zones = network.zones ?? { a: `${region}a`, b: `${region}b`, c: `${region}c` };

  return {
    vpc: network.vpc,
    zones,
    subnets: mergeSettings(standardSubnets(vpcCidr(network.vpc), Object.keys(zones)), network.subnets),
    endpoints: mergeSettings(ENDPOINT_DEFAULTS, network.endpoints),
  };
}

function dnsWithDefaults(
  { clusterSubdomain = "eks", publishingDomain, parentZone, publishingCertificate = true }: DnsSettings,
  name: string,
): DnsConfig {
  return {
    publishingDomain,
    clusterSubdomain,
    parentZone,
    publishingCertificate,
    publicZone: `${name}.${parentZone ?? ORGANISATION.publicDomain}`,
    internalZone: `${name}.${ORGANISATION.internalDomain}`,
  };
}

const PRODUCTION_NODE_GROUPS: NonNullable<ClusterSettings["nodeGroups"]> = {
  "arm-green": { size: { min: 12, desired: 12, max: 24 } },
};

function clusterWithDefaults(cluster: ClusterSettings = {}, backend: BackendConfig): ClusterConfig {
  const nodeGroups = cluster.nodeGroups ?? PRODUCTION_NODE_GROUPS;

  return {
    name: cluster.name ?? ORGANISATION.name,
    version: cluster.version ?? "1.36",
    identity: cluster.identity ?? "irsa",
    authenticationMode: cluster.authenticationMode ?? "API",
    endpointAccess: mergeSettings({ public: true, publicCidrs: [] }, cluster.endpointAccess),
    terraformRoles:
      cluster.terraformRoles ?? (backend.type === "cloud" ? { plan: TERRAFORM_ROLES.plan } : undefined),
    logRetentionDays: cluster.logRetentionDays ?? 731,
    nodeGroups: Object.fromEntries(
      Object.entries(nodeGroups).map(([name, settings]) => [name, nodeGroup(name, settings)]),
    ),
    eksAddons: eksAddonsWithDefaults(cluster.eksAddons),
  };
}

function eksAddonsWithDefaults(settings: ClusterSettings["eksAddons"] = {}): ClusterConfig["eksAddons"] {
  const addons: Record<string, EksAddonConfig> = {};
  for (const name of EKS_ADDON_NAMES) {
    const addon = settings[name];
    if (addon !== false) {
      addons[name] = mergeSettings<EksAddonConfig>({ version: EKS_ADDONS[name].version }, addon);
    }
  }
  return addons;
}
