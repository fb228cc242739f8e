import type { Construct } from "constructs";
import type { Tenant } from "../../settings/products/products";
import { isKept, type OwnResource, resourcesOf } from "../../settings/products/resources/own-resources";
import { TenantBucket } from "./bucket";
import { TenantQueue } from "./queue";
import { type RegistryParts, TenantRegistry } from "./registry";
import { TenantDatabase } from "./database/database";
import { TenantRedis } from "./redis";
import type { Offer, ResourceParts } from "./resource-parts";
import { TenantSearch } from "./search";
import { TenantSecret } from "./secret";
import { TenantCertificate } from "./certificate";
import { TenantZone } from "./zone";
import { TenantTable } from "./table";
import { type SubscribedTopic, TenantTopic, topicArn } from "./topic";

/** Surroundings of all resources of a namespace. */
export type NamespaceParts = Omit<ResourceParts, "kept"> & {
  readonly registries: RegistryParts;

  /** Topics of other namespaces, by the names that they have in this one's file. */
  readonly importedTopics: ReadonlyMap<string, SubscribedTopic>;
};

/** Resource of a namespace, and the part that pods get of it. */
export interface MadeResource {
  readonly resource: OwnResource;
  readonly offer: Offer;
}

/** ARNs of a namespace's topics. */
export const topicArnsOf = (
  tenant: Pick<Tenant, "settings">,
  parts: Pick<ResourceParts, "place" | "region" | "accountId">,
): string[] =>
  resourcesOf(tenant).flatMap((each) =>
    each.kind === "topic" ? [topicArn({ ...parts, ...each, name: each.inAws })] : [],
  );

/** Makes the resources of a namespace: topics and zones first, of which its queues and certificates make use. */
export function makeResources(scope: Construct, tenant: Tenant, parts: NamespaceParts): MadeResource[] {
  const topics = new Map<string, SubscribedTopic>(parts.importedTopics);
  const zones = new Map<string, TenantZone>();
  const all = resourcesOf(tenant);
  return [...all.filter(isUsed), ...all.filter((each) => !isUsed(each))].map((resource) => {
    const props = { ...parts, name: resource.inAws, kept: isKept(tenant, resource) };
    return { resource, offer: make(scope, resource, props, { topics, zones }).offer };
  });
}

/** True for a resource that others of the namespace may need. */
const isUsed = ({ kind }: OwnResource): boolean => kind === "topic" || kind === "zone";

/** Resources that others of the namespace need, by their names in the file. */
interface Used {
  readonly topics: Map<string, SubscribedTopic>;
  readonly zones: Map<string, TenantZone>;
}

function make(
  scope: Construct,
  resource: OwnResource,
  props: NamespaceParts & { readonly name: string; readonly kept: boolean },
  { topics, zones }: Used,
): { readonly offer: Offer } {
  const id = `${resource.kind}-${resource.inAws}`;
  switch (resource.kind) {
    case "topic": {
      const topic = new TenantTopic(scope, id, { ...props, settings: resource.settings });
      topics.set(resource.name, topic);
      return topic;
    }
    case "queue":
      return new TenantQueue(scope, id, { ...props, settings: resource.settings, topics });
    case "bucket":
      return new TenantBucket(scope, id, { ...props, settings: resource.settings });
    case "secret":
      return new TenantSecret(scope, id, { ...props, settings: resource.settings });
    case "zone": {
      const zone = new TenantZone(scope, id, { ...props, settings: resource.settings });
      zones.set(resource.name, zone);
      return zone;
    }
    case "certificate": {
      const { settings } = resource;
      return new TenantCertificate(scope, id, {
        ...props,
        settings,
        zoneId: zones.get(settings.zone)!.zoneId,
      });
    }
    case "registry":
      return new TenantRegistry(scope, id, { ...props, settings: resource.settings });
    case "postgres":
    case "mysql":
      return new TenantDatabase(scope, id, { ...resource, ...props });
    case "redis":
      return new TenantRedis(scope, id, { ...props, settings: resource.settings });
    case "search":
      return new TenantSearch(scope, id, { ...props, settings: resource.settings });
    case "table":
      return new TenantTable(scope, id, { ...props, settings: resource.settings });
  }
}
