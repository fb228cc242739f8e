import type { TenantPlace } from "../../names/tenant-resource-names";
import {
  tenantBucketName,
  tenantKeyAlias,
  tenantQueueName,
  tenantTableName,
} from "../../names/tenant-resource-names";
import type { Import } from "../../settings/products/resources/imported";
import type { OwnResource } from "../../settings/products/resources/own-resources";
import { ACTIONS } from "./actions";
import type { Offer } from "./resource-parts";
import { topicArn } from "./topic";

/** Resource of another tenant, and the part that pods get of it. */
export interface MadeImport {
  readonly entry: Import;
  readonly offer: Offer;
}

export interface ImportProps {
  readonly resource: OwnResource;

  /** Namespace of the owner, which is in the same account and region. */
  readonly place: TenantPlace;
  readonly accountId: string;
  readonly region: string;
}

/** Part that pods get of a resource of another tenant: less than those of its owner. */
export function importOffer({ resource, place, accountId, region }: ImportProps): Offer {
  const arn = (service: string, name: string) => `arn:aws:${service}:${region}:${accountId}:${name}`;
  const alias = tenantKeyAlias(place);
  switch (resource.kind) {
    case "topic":
      return {
        config: { ARN: topicArn({ place, region, accountId, ...resource, name: resource.inAws }) },
        permissions: [],
        after: [],
      };
    case "queue": {
      const name = tenantQueueName(place, resource.inAws, resource.settings.fifo ?? false);
      return {
        config: { URL: `https://sqs.${region}.amazonaws.com/${accountId}/${name}`, ARN: arn("sqs", name) },
        permissions: [{ actions: ACTIONS.sendingTo, resources: [arn("sqs", name)] }],
        foreignKey: { alias, actions: ACTIONS.key, through: "sqs" },
        after: [],
      };
    }
    case "bucket": {
      const name = tenantBucketName(place, resource.inAws, accountId);
      return {
        config: { NAME: name },
        permissions: [
          { actions: ACTIONS.readingBucket, resources: [`arn:aws:s3:::${name}`] },
          { actions: ACTIONS.readingObject, resources: [`arn:aws:s3:::${name}/*`] },
        ],
        foreignKey: { alias, actions: ACTIONS.readingKey, through: "s3" },
        after: [],
      };
    }
    case "table": {
      const name = tenantTableName(place, resource.inAws);
      const table = arn("dynamodb", `table/${name}`);
      return {
        config: { NAME: name },
        permissions: [
          {
            actions: ACTIONS.readingTable,
            resources: resource.settings.indexes === undefined ? [table] : [table, `${table}/index/*`],
          },
        ],
        foreignKey: { alias, actions: ACTIONS.readingKey, through: "dynamodb" },
        after: [],
      };
    }
    default:
      throw new Error(`${resource.kind}: expected a kind that tenants share, got another; see imports.ts`);
  }
}
