import { describe, expect, it } from "vitest";
import { reasonsOf } from "../../../reports/changes/directions";

const logs = (before: object, after: object) =>
  reasonsOf("aws_cloudwatch_log_group", { ...before }, { ...after });

const database = (before: object, after: object) => reasonsOf("aws_rds_cluster", { ...before }, { ...after });

describe("a change that keeps less", () => {
  it.each([
    [731, 7, "for 731 days"],
    [0, 30, "for ever"],
    [undefined, 30, "for ever"],
  ])("is log lines that were kept %s days, and are now kept %s", (before, after, words) => {
    expect(logs({ retention_in_days: before }, { retention_in_days: after })).toEqual([
      `deletes log lines older than ${after} days, which were kept ${words}: nothing brings them back`,
    ]);
  });

  it("is no lines that are kept longer, or for ever", () => {
    expect(logs({ retention_in_days: 30 }, { retention_in_days: 731 })).toEqual([]);
    expect(logs({ retention_in_days: 30 }, { retention_in_days: 0 })).toEqual([]);
  });

  it("is backups that go earlier", () => {
    expect(database({ backup_retention_period: 7 }, { backup_retention_period: 1 })).toEqual([
      "deletes backups older than 1 days, which were kept for 7 days: nothing brings them back",
    ]);
  });

  it.each([
    ["aws_db_instance", "backup_retention_period", 7, 1, "backups older than 1 days", "7 days"],
    [
      "aws_elasticache_replication_group",
      "snapshot_retention_limit",
      7,
      2,
      "snapshots older than 2 days",
      "7 days",
    ],
    ["aws_elasticache_replication_group", "snapshot_retention_limit", 7, 0, "all snapshots", "7 days"],
    [
      "aws_sqs_queue",
      "message_retention_seconds",
      1_209_600,
      86_400,
      "messages older than 1 days",
      "14 days",
    ],
    ["aws_sqs_queue", "message_retention_seconds", undefined, 86_400, "messages older than 1 days", "4 days"],
    ["module", "expire_after_days", undefined, 90, "objects older than 90 days", "ever"],
    [
      "module",
      "noncurrent_days",
      undefined,
      7,
      "overwritten and deleted objects older than 7 days",
      "30 days",
    ],
  ])("is a %s whose %s goes from %s to %s", (type, attribute, before, after, gone, kept) => {
    const blockWith = (value: number | undefined) => (value === undefined ? {} : { [attribute]: value });

    expect(reasonsOf(type, blockWith(before), blockWith(after))).toEqual([
      `deletes ${gone}, which were kept for ${kept}: nothing brings them back`,
    ]);
    expect(reasonsOf(type, blockWith(after), blockWith(before))).toEqual([]);
  });

  it("is a registry that keeps fewer images, or begins to remove them", () => {
    const policy = (countNumber: number) => ({
      policy: JSON.stringify({
        rules: [
          {
            rulePriority: 1,
            selection: { countType: "sinceImagePushed", countNumber: 30 - countNumber / 10 },
          },
          { rulePriority: 2, selection: { countType: "imageCountMoreThan", countNumber } },
        ],
      }),
    });
    const reasons = (before: object, after: object) =>
      reasonsOf("aws_ecr_lifecycle_policy", { ...before }, { ...after });

    expect(reasons(policy(200), policy(20))).toEqual([
      "deletes images beyond the newest 20, where 200 were kept: no node can pull one of them again",
    ]);
    expect(reasons({ policy: '{"rules":[]}' }, policy(20))).toEqual([
      "deletes images beyond the newest 20, where all were kept: no node can pull one of them again",
    ]);
    expect(reasons(policy(20), policy(200))).toEqual([]);
  });

  it("is a table that can no longer be restored", () => {
    const table = (enabled: boolean) => ({ point_in_time_recovery: { enabled } });

    expect(reasonsOf("aws_dynamodb_table", table(true), table(false))).toEqual([
      "loses its past: no second of the last 35 days can be restored",
    ]);
    expect(reasonsOf("aws_dynamodb_table", table(false), table(true))).toEqual([]);
  });

  it("is a log that a cluster or a database no longer writes", () => {
    expect(
      reasonsOf(
        "aws_eks_cluster",
        { enabled_cluster_log_types: ["api", "audit"] },
        { enabled_cluster_log_types: ["api"] },
      ),
    ).toEqual(["ends the logs audit: what happens from then on is not written down"]);
    expect(database({ enabled_cloudwatch_logs_exports: ["postgresql"] }, {})).toHaveLength(1);
  });

  it.each([
    ["aws_rds_cluster", "skip_final_snapshot", "its destruction would now leave no snapshot"],
    ["aws_ecr_repository", "force_delete", "AWS would now delete it with all that is in it"],
    ["module", "force_destroy", "Terraform would now destroy it with all that is in it"],
  ])("is a %s whose %s comes on", (type, attribute, consequence) => {
    expect(reasonsOf(type, { [attribute]: false }, { [attribute]: true })).toEqual([
      `loses its protection: ${consequence}`,
    ]);
    expect(reasonsOf(type, { [attribute]: true }, { [attribute]: false })).toEqual([]);
  });
});
