import { plainSize } from "./approval";
import { CACHE_HOURLY, type RedisConfig } from "./redis";
import { DATABASE_CLASSES } from "./database-classes";
import type { OwnResource } from "./own-resources";
import { MOST_ZONES, SEARCH_HOURLY, type SearchConfig } from "./search";
import type { InstanceSettings } from "./mysql";
import type { AuroraConfig } from "./postgres";
import { auroraDefaults } from "./postgres-defaults";

/** USD a month of a key, of an alarm, of a secret and of a zone. docs/tenant-resources.md says where prices come from. */
const KEY = 1;
const ALARM = 0.1;
const SECRET = 0.4;
const ZONE = 0.5;

/** USD a month of a firewall, and of the four rules that it has. */
const FIREWALL = 5 + 4;

/** Hours of a month, as AWS counts them. */
const HOURS = 730;

/** USD of a gibibyte on a database's disk a month, and of an Aurora capacity unit an hour. */
const DISK_GIB = 0.115;
const AURORA_UNIT = 0.12;

/** USD of a gibibyte on a search node's disk a month. */
const SEARCH_GIB = 0.122;

/** Alarms of a database, and the secret of its master. */
const BESIDE_DATABASE = 3 * ALARM + SECRET;

const ofInstance = (settings: InstanceSettings, live: boolean): number => {
  const { class: size = "db.t4g.micro", storageGib = 20, multiZone = live } = settings;
  const one = HOURS * DATABASE_CLASSES[plainSize(size)].hourly + DISK_GIB * storageGib;
  return (multiZone ? 2 : 1) * one + BESIDE_DATABASE;
};

const ofAurora = (aurora: AuroraConfig, live: boolean): number => {
  const { minCapacity, readers } = auroraDefaults(aurora, live);
  return (1 + readers) * minCapacity * AURORA_UNIT * HOURS + BESIDE_DATABASE;
};

/** A cache, each of whose nodes has two alarms. */
const ofCache = ({ node = "cache.t4g.micro", multiZone }: RedisConfig, live: boolean): number =>
  ((multiZone ?? live) ? 2 : 1) * (HOURS * CACHE_HOURLY[plainSize(node)] + 2 * ALARM);

/** A domain, with a node in each of three zones or in one. */
const ofDomain = (
  { instance = "t3.small.search", storageGib = 20, multiZone }: SearchConfig,
  live: boolean,
): number =>
  ((multiZone ?? live) ? MOST_ZONES : 1) *
    (HOURS * SEARCH_HOURLY[plainSize(instance)] + SEARCH_GIB * storageGib) +
  3 * ALARM;

/** USD a month of a resource before any use, with its alarms, in us-east-1. */
function unused(resource: OwnResource, live: boolean): number {
  switch (resource.kind) {
    case "queue":
    case "table":
      return 2 * ALARM;
    case "topic":
      return ALARM;
    case "bucket":
    case "certificate":
    case "registry":
      return 0;
    case "secret":
      return SECRET;
    case "zone":
      return ZONE;
    case "cdn":
      return ALARM + (resource.settings.firewall === undefined ? 0 : FIREWALL);
    case "postgres":
      return resource.settings.aurora === undefined
        ? ofInstance(resource.settings, live)
        : ofAurora(resource.settings.aurora, live);
    case "mysql":
      return ofInstance(resource.settings, live);
    case "redis":
      return ofCache(resource.settings, live);
    case "search":
      return ofDomain(resource.settings, live);
  }
}

/** Estimate in USD a month of a namespace's resources before any use, its key included. */
export const priceOf = (resources: readonly OwnResource[], live: boolean): number =>
  resources.length === 0
    ? 0
    : resources.reduce((sum, resource) => sum + unused(resource, live), keys(resources));

/** Keys of a namespace: that of its region, and that of the region in which CloudFront's alarms are. */
const keys = (resources: readonly OwnResource[]): number =>
  resources.some(({ kind }) => kind === "cdn") ? 2 * KEY : KEY;
