import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { Construct } from "constructs";
import { tenantTableName } from "../../names/tenant-resource-names";
import type { AttributeConfig, TableConfig } from "../../settings/products/resources/table";
import { ACTIONS } from "./actions";
import { resourceAlarm } from "./alarm";
import type { Offer, ResourceParts } from "./resource-parts";

export interface TenantTableProps extends ResourceParts {
  readonly name: string;
  readonly settings: TableConfig;
}

/** Letters by which DynamoDB names types of attributes. */
const TYPES = { string: "S", number: "N", binary: "B" };

/**
 * Table of a tenant: encrypted, paid by request, and restored to any second of the last 35 days on demand.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html
 */
export class TenantTable extends Construct {
  readonly offer: Offer;

  constructor(scope: Construct, id: string, props: TenantTableProps) {
    super(scope, id);
    const { place, name, settings, region, accountId, keyArn, kept } = props;
    const { partitionKey, sortKey, indexes = {}, expiresAt } = settings;
    const tableName = tenantTableName(place, name);
    const arn = `arn:aws:dynamodb:${region}:${accountId}:table/${tableName}`;

    const table = new DynamodbTable(this, "table", {
      name: tableName,
      billingMode: "PAY_PER_REQUEST",
      hashKey: partitionKey.name,
      rangeKey: sortKey?.name,
      attribute: attributesOf(settings).map((each) => ({ name: each.name, type: TYPES[each.type] })),
      globalSecondaryIndex: Object.entries(indexes).map(([index, keys]) => ({
        name: index,
        hashKey: keys.partitionKey.name,
        rangeKey: keys.sortKey?.name,
        projectionType: "ALL",
      })),
      ttl: expiresAt === undefined ? undefined : { enabled: true, attributeName: expiresAt },
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: { enabled: true, kmsKeyArn: keyArn },
      deletionProtectionEnabled: kept,
      lifecycle: { preventDestroy: kept },
    });
    this.alarms(props, tableName);
    this.offer = {
      config: { NAME: tableName },
      keyThrough: "dynamodb",
      permissions: [
        {
          actions: ACTIONS.table,
          resources: Object.keys(indexes).length > 0 ? [arn, `${arn}/index/*`] : [arn],
        },
      ],
      after: [table],
    };
  }

  private alarms({ name, place, alarmTopicArn }: TenantTableProps, tableName: string): void {
    for (const way of ["Read", "Write"] as const) {
      resourceAlarm(this, `${way.toLowerCase()}-throttled`, {
        name: `${tableName} ${way.toLowerCase()}`,
        description: `DynamoDB refuses requests to ${way.toLowerCase()} table ${name} of ${place.namespace}`,
        namespace: "AWS/DynamoDB",
        metric: `${way}ThrottleEvents`,
        dimensions: { TableName: tableName },
        statistic: "Sum",
        threshold: 1,
        topicArn: alarmTopicArn,
      });
    }
  }
}

/** Attributes of all keys, each once. */
const attributesOf = ({ partitionKey, sortKey, indexes = {} }: TableConfig): AttributeConfig[] => {
  const keys = [{ partitionKey, sortKey }, ...Object.values(indexes)].flatMap((each) => [
    each.partitionKey,
    ...(each.sortKey ? [each.sortKey] : []),
  ]);
  return [...new Map(keys.map((each) => [each.name, each])).values()];
};
