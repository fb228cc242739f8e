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
