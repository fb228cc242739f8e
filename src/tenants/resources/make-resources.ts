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
import { TenantCdn } from "./cdn/cdn";
import { TenantCertificate } from "./certificate";
import { TenantZone } from "./zone";
import { TenantTable } from "./table";
import { type SubscribedTopic, TenantTopic, topicArn } from "./topic";

/** Surroundings of all resources of a namespace. */
export type NamespaceParts = Omit<ResourceParts, "kept"> & {
  readonly registries: RegistryParts;

  /** Topics of other namespaces, by the names that they have in this one's file. */
  readonly importedTopics: ReadonlyMap<string, SubscribedTopic>;

  /** ARN of the topic for alarms about distributions; `undefined` where there are none. */
  readonly cdnAlarmTopicArn: string | undefined;
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

/** Makes the resources of a namespace: those first of which others make use, such as topics and zones. */
export function makeResources(scope: Construct, tenant: Tenant, parts: NamespaceParts): MadeResource[] {
  const topics = new Map<string, SubscribedTopic>(parts.importedTopics);
  const used = { topics, zones: new Map<string, TenantZone>(), buckets: new Map<string, TenantBucket>() };
  const all = resourcesOf(tenant);
  return [...all.filter(isUsed), ...all.filter((each) => !isUsed(each))].map((resource) => {
    const props = { ...parts, name: resource.inAws, kept: isKept(tenant, resource) };
    return { resource, offer: make(scope, resource, props, used).offer };
  });
}

/** True for a resource that others of the namespace may need. */
const isUsed = ({ kind }: OwnResource): boolean => ["topic", "zone", "bucket"].includes(kind);

/** Resources that others of the namespace need, by their names in the file. */
interface Used {
  readonly topics: Map<string, SubscribedTopic>;
  readonly zones: Map<string, TenantZone>;
  readonly buckets: Map<string, TenantBucket>;
}

function make(
  scope: Construct,
  resource: OwnResource,
  props: NamespaceParts & { readonly name: string; readonly kept: boolean },
  { topics, zones, buckets }: Used,
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
    case "bucket": {
      const bucket = new TenantBucket(scope, id, { ...props, settings: resource.settings });
      buckets.set(resource.name, bucket);
      return bucket;
    }
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
    case "cdn": {
      const { settings } = resource;
      return new TenantCdn(scope, id, {
        ...props,
        settings,
        zoneId: zones.get(settings.zone)!.zoneId,
        bucket: "bucket" in settings.origin ? buckets.get(settings.origin.bucket)! : undefined,
        cdnAlarmTopicArn: props.cdnAlarmTopicArn!,
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
