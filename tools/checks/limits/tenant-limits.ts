import type { Limit } from "./limits";
import { each, items, length, number } from "./measure";

const CACHES =
  "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html";
const DOMAINS = "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CreateDomain.html";
const QUEUES = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html";
const TABLES = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html";
const INSTANCES = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html";

/** Limits of what stacks make for tenants. */
export const TENANT_LIMITS: readonly Limit[] = [
  {
    says: "a cache's name",
    least: 1,
    most: 40,
    source: CACHES,
    measure: each("aws_elasticache_replication_group", length("replication_group_id")),
  },
  {
    says: "a search domain's name",
    least: 3,
    most: 28,
    source: DOMAINS,
    measure: each("aws_opensearch_domain", length("domain_name")),
  },
  {
    says: "a queue's name",
    least: 1,
    most: 80,
    source: QUEUES,
    measure: each("aws_sqs_queue", length("name")),
  },
  {
    says: "seconds of a message",
    least: 60,
    most: 1_209_600,
    source: QUEUES,
    measure: each("aws_sqs_queue", number("message_retention_seconds")),
  },
  {
    says: "a table's name",
    least: 3,
    most: 255,
    source: TABLES,
    measure: each("aws_dynamodb_table", length("name")),
  },
  {
    says: "indexes of a table",
    most: 20,
    source: TABLES,
    measure: each("aws_dynamodb_table", items("global_secondary_index")),
  },
  {
    says: "a database's name",
    least: 1,
    most: 63,
    source: INSTANCES,
    measure: each("aws_db_instance", length("identifier")),
  },
  {
    says: "days of an instance's backup",
    least: 0,
    most: 35,
    source: INSTANCES,
    measure: each("aws_db_instance", number("backup_retention_period")),
  },
];
