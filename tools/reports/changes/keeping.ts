import { asList, asMap, isMap, type JsonMap } from "../../terraform-json/json-map";
import { ownValue } from "../../../src/settings/checking/own-value";
import type { Json } from "../../../src/output/leaves";

/** Reasons why a change ends the life of what was kept, or lets it end unseen. */
type Keeping = (old: JsonMap, now: JsonMap) => readonly string[];

/** Days that an argument keeps something for. */
const daysOf = (value: Json | undefined, unsaid: number): number =>
  typeof value === "number" && value > 0 ? value : unsaid;

const inWords = (days: number): string => (days === Infinity ? "for ever" : `for ${days} days`);

const SECONDS_OF_A_DAY = 86_400;

const keepsShorter =
  (attribute: string, kept: string, unsaid: number, unit = 1): Keeping =>
  (old, now) => {
    const [before, after] = [old, now].map((block) => daysOf(block[attribute], unsaid * unit) / unit);
    const gone = after! > 0 ? `${kept} older than ${after} days` : `all ${kept}`;
    return after! < before!
      ? [`deletes ${gone}, which were kept ${inWords(before!)}: nothing brings them back`]
      : [];
  };

/** Numbers of images that rules of a registry keep, by the rule's number. */
function imagesKept({ policy }: JsonMap): ReadonlyMap<Json | undefined, number> {
  const rules =
    typeof policy === "string" && policy.startsWith("{")
      ? asList(asMap(JSON.parse(policy) as Json).rules)
      : [];
  return new Map(
    rules.filter(isMap).flatMap(({ rulePriority, selection }) => {
      const { countType, countNumber } = asMap(selection);
      return countType === "imageCountMoreThan" && typeof countNumber === "number"
        ? [[rulePriority, countNumber] as const]
        : [];
    }),
  );
}

const keepsFewerImages: Keeping = (old, now) =>
  [...imagesKept(now)].flatMap(([rule, after]) => {
    const before = imagesKept(old).get(rule) ?? Infinity;
    return after < before
      ? [
          `deletes images beyond the newest ${after}, where ${before === Infinity ? "all" : before} were kept: no node can pull one of them again`,
        ]
      : [];
  });

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html */
const losesItsPast: Keeping = (old, now) => {
  const [before, after] = [old, now].map((table) => {
    const [recovery] = asList(table.point_in_time_recovery);
    return asMap(recovery).enabled === true;
  });
  return before && !after ? ["loses its past: no second of the last 35 days can be restored"] : [];
};

const sendsLess =
  (attribute: string): Keeping =>
  (old, now) => {
    const kept = asList(now[attribute]);
    const gone = asList(old[attribute]).filter((log) => !kept.includes(log));
    return gone.length > 0
      ? [`ends the logs ${gone.join(", ")}: what happens from then on is not written down`]
      : [];
  };

/** Arguments that let Terraform destroy a thing with all that is in it, each with its consequence. */
const LETS_GO: Readonly<Record<string, string>> = {
  force_delete: "AWS would now delete it with all that is in it",
  force_destroy: "Terraform would now destroy it with all that is in it",
  skip_final_snapshot: "its destruction would now leave no snapshot",
};

const isOn = (value: Json | undefined): boolean => value === true || value === "true";

const letsGo: Keeping = (old, now) =>
  Object.entries(LETS_GO).flatMap(([attribute, consequence]) =>
    isOn(now[attribute]) && !isOn(old[attribute]) ? [`loses its protection: ${consequence}`] : [],
  );

const KEEPING: Readonly<Record<string, readonly Keeping[]>> = {
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
  aws_cloudwatch_log_group: [keepsShorter("retention_in_days", "log lines", Infinity)],
  aws_db_instance: [
    keepsShorter("backup_retention_period", "backups", 0),
    sendsLess("enabled_cloudwatch_logs_exports"),
  ],
  aws_dynamodb_table: [losesItsPast],
  /** @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html */
  aws_ecr_lifecycle_policy: [keepsFewerImages],
  /** @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html */
  aws_elasticache_replication_group: [keepsShorter("snapshot_retention_limit", "snapshots", 0)],
  aws_eks_cluster: [sendsLess("enabled_cluster_log_types")],
  /** @see https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-workspace-configuration.html */
  aws_prometheus_workspace_configuration: [keepsShorter("retention_period_in_days", "samples", 150)],
  /** @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html */
  aws_rds_cluster: [
    keepsShorter("backup_retention_period", "backups", 1),
    sendsLess("enabled_cloudwatch_logs_exports"),
  ],
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
  aws_sqs_queue: [keepsShorter("message_retention_seconds", "messages", 4, SECONDS_OF_A_DAY)],
  /** Bucket of `modules/secure-bucket`. */
  module: [
    keepsShorter("expire_after_days", "objects", Infinity),
    keepsShorter("noncurrent_days", "overwritten and deleted objects", 30),
  ],
};

/** Looks for changes that keep less of what was written down or backed up, by type. */
export const keepingOf = (type: string): readonly Keeping[] => [...(ownValue(KEEPING, type) ?? []), letsGo];
