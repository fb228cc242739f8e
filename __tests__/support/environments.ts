import type { AccessFile } from "../../src/settings/access/access-file";
import { ConfigurationError } from "../../src/settings/checking/configuration-error";
import type { ClusterSettings } from "../../src/settings/cluster/cluster";
import type { DnsSettings } from "../../src/settings/dns/dns";
import { defineEnvironment, defineEnvironments } from "./organisation";
import {
  type ClusterEnvironment,
  type EnvironmentSettings,
  mainCluster,
} from "../../src/settings/environment/environment";
import { legacySubnets } from "../../src/platform/legacy-subnets";
import type { NetworkSettings } from "../../src/settings/network/network";

const cidr = "10.13.0.0/16";

/** An access file without members. */
export const noAccess: AccessFile = {
  path: "src/platform/access/production.yaml",
  members: {},
  problems: [],
};

/** Settings of an environment with one cluster, those of the cluster beside those of the environment. */
export type OneCluster = Partial<Omit<EnvironmentSettings, "clusters" | "dns" | "network">> &
  Partial<Omit<ClusterSettings, "subnets" | "endpoints" | "subdomain">> & {
    readonly cluster?: Partial<ClusterSettings> & { readonly name?: string };
    readonly dns?: DnsSettings & {
      readonly clusterSubdomain?: string;
      readonly publishingCertificate?: boolean;
    };
    readonly network?: NetworkSettings & Pick<ClusterSettings, "subnets" | "endpoints">;
  };

const OWN = ["grafanaDatabase", "workflowsDatabase", "addons", "namespaces", "access"] as const;

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The environment file that one cluster's settings stand in. A value that is no such settings stays as it is. */
export function withOneCluster(settings: OneCluster): EnvironmentSettings {
  const own = new Map<string, unknown>();
  const take = (from: unknown, keys: Readonly<Record<string, string>>): unknown => {
    if (!isMap(from)) {
      return from;
    }
    const left = { ...from };
    for (const [key, name] of Object.entries(keys)) {
      if (Object.hasOwn(left, key)) {
        own.set(name, left[key]);
        delete left[key];
      }
    }
    return left;
  };
  const { cluster, network, dns, ...rest } = settings;
  const shared = take(rest, Object.fromEntries(OWN.map((key) => [key, key]))) as Record<string, unknown>;
  const environmentNetwork = take(network, { subnets: "subnets", endpoints: "endpoints" });
  const domains = take(dns, {
    clusterSubdomain: "subdomain",
    publishingCertificate: "publishingCertificate",
  });
  const { name = "govuk", ...eks } = isMap(cluster) ? cluster : {};

  return {
    ...shared,
    ...(network !== undefined && { network: environmentNetwork }),
    ...(dns !== undefined && { dns: domains }),
    clusters: {
      [String(name)]:
        cluster === undefined || isMap(cluster) ? { ...eks, ...Object.fromEntries(own) } : cluster,
    },
  } as EnvironmentSettings;
}

/** Settings as production's, with an access file without members. */
export const productionLike = {
  name: "production",
  network: { vpc: { cidr, legacySubnets: legacySubnets(cidr, { neptune: false }) } },
  dns: { publishingDomain: "publishing.service.gov.uk" },
  access: noAccess,
} satisfies OneCluster;

/** Network beside production's, without an address in common. */
export const anotherNetwork: NetworkSettings = {
  vpc: { cidr: "10.12.0.0/16", legacySubnets: legacySubnets("10.12.0.0/16", { neptune: false }) },
};

/** A valid environment like production, as its one cluster has it, but for what a test is about. */
export const environment = (overrides: OneCluster = {}): ClusterEnvironment =>
  mainCluster(defineEnvironment(withOneCluster({ ...productionLike, ...overrides })));

export const testEnvironment = environment();

const isOneCluster = (settings: unknown): settings is OneCluster =>
  isMap(settings) && !Object.hasOwn(settings, "clusters");

/** Problems of environment files, those of one cluster among them; none where they are accepted. */
export function problemsOf(...settings: readonly unknown[]): readonly string[] {
  try {
    defineEnvironments(
      settings.map((file) => (isOneCluster(file) ? withOneCluster(file) : file)) as EnvironmentSettings[],
    );
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) {
      return error.problems;
    }
    throw error;
  }
}

/** Problems of settings like production's, but for what a test is about. */
export const problemsWith = (overrides: object): readonly string[] =>
  problemsOf(withOneCluster({ ...productionLike, ...overrides }));

/** The other way round: an environment file's only cluster beside what it shares, and an access file without members. */
export function oneClusterOf({ clusters, ...shared }: EnvironmentSettings): OneCluster {
  const [name, cluster] = Object.entries(clusters)[0]!;
  return { ...shared, cluster: { ...cluster, name, access: noAccess } };
}

/** An environment file whose only cluster has an access file without members. */
export const withoutAccess = (settings: EnvironmentSettings): EnvironmentSettings =>
  withOneCluster(oneClusterOf(settings));

/** Environments as their main clusters have them. */
export const mainClustersOf = (settings: readonly EnvironmentSettings[]): ClusterEnvironment[] =>
  defineEnvironments(settings).map(mainCluster);
