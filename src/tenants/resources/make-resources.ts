import type { Construct } from "constructs";
import type { Tenant } from "../../settings/products/products";
import { isKept, type OwnResource, resourcesOf } from "../../settings/products/resources/own-resources";
import { TenantBucket } from "./bucket";
import { TenantQueue } from "./queue";
import { TenantDatabase } from "./database/database";
import { TenantRedis } from "./redis";
import type { Offer, ResourceParts } from "./resource-parts";
import { TenantSearch } from "./search";
import { TenantSecret } from "./secret";
import { TenantTable } from "./table";
import { TenantTopic, topicArn } from "./topic";

/** Surroundings of all resources of a namespace. */
export type NamespaceParts = Omit<ResourceParts, "kept">;

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
  resourcesOf(tenant).flatMap((each) => (each.kind === "topic" ? [topicArn({ ...parts, ...each })] : []));

/** Makes the resources of a namespace: topics first, to which its queues subscribe. */
export function makeResources(scope: Construct, tenant: Tenant, parts: NamespaceParts): MadeResource[] {
  const topics = new Map<string, TenantTopic>();
  const all = resourcesOf(tenant);
  return [...all.filter(isTopic), ...all.filter((each) => !isTopic(each))].map((resource) => {
    const props = { ...parts, name: resource.name, kept: isKept(tenant, resource) };
    return { resource, offer: make(scope, resource, props, topics).offer };
  });
}

const isTopic = ({ kind }: OwnResource): boolean => kind === "topic";

function make(
  scope: Construct,
  resource: OwnResource,
  props: ResourceParts & { readonly name: string },
  topics: Map<string, TenantTopic>,
): { readonly offer: Offer } {
  const id = `${resource.kind}-${resource.name}`;
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
    case "postgres":
    case "mysql":
      return new TenantDatabase(scope, id, { ...props, ...resource });
    case "redis":
      return new TenantRedis(scope, id, { ...props, settings: resource.settings });
    case "search":
      return new TenantSearch(scope, id, { ...props, settings: resource.settings });
    case "table":
      return new TenantTable(scope, id, { ...props, settings: resource.settings });
  }
}
