import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { ElasticacheParameterGroup } from "@cdktf/provider-aws/lib/elasticache-parameter-group";
import { ElasticacheReplicationGroup } from "@cdktf/provider-aws/lib/elasticache-replication-group";
import { ElasticacheUser } from "@cdktf/provider-aws/lib/elasticache-user";
import { ElasticacheUserGroup } from "@cdktf/provider-aws/lib/elasticache-user-group";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { describe, expect, it } from "vitest";
import { riverPlatform } from "../support/river-authority";
import { tenantStack } from "../support/tenant-stack";
import type { Block } from "../support/terraform";

const live = riverPlatform["tenant-live-flood-warnings-live"]!;

const CACHE = "tenant-flood-warnings-live-sess-7cdc2368";

describe("caches of tenants", () => {
  it("are encrypted on disk and on the way, copied to another zone, snapshot each day and kept on a live cluster", () => {
    expect(live.only(ElasticacheReplicationGroup)).toMatchObject({
      replication_group_id: CACHE,
      engine: "valkey",
      engine_version: "8.1",
      node_type: "cache.t4g.micro",
      num_cache_clusters: 2,
      automatic_failover_enabled: true,
      multi_az_enabled: true,
      transit_encryption_enabled: true,
      transit_encryption_mode: "required",
      at_rest_encryption_enabled: "true",
      kms_key_id: "${aws_kms_key.own_encryption_key.arn}",
      snapshot_retention_limit: 7,
      final_snapshot_identifier: `${CACHE}-final-\${aws_security_group.own_redis-sessions_security-group.id}`,
      lifecycle: { prevent_destroy: true },
    });
    expect(CACHE.length).toBeLessThanOrEqual(40);
  });

  it("are one node without snapshots where nothing is lost", () => {
    const other = tenantStack(
      "serviceAccounts: [web], resources: { redis: { a: { version: 7.2, eviction: noeviction } } }",
      {
        live: false,
      },
    );

    expect(other.only(ElasticacheReplicationGroup)).toMatchObject({
      engine_version: "7.2",
      num_cache_clusters: 1,
      automatic_failover_enabled: false,
      multi_az_enabled: false,
      snapshot_retention_limit: 0,
      apply_immediately: true,
      lifecycle: { prevent_destroy: false },
    });
    expect(other.only(ElasticacheParameterGroup)).toMatchObject({
      family: "valkey7",
      parameter: [{ name: "maxmemory-policy", value: "noeviction" }],
    });
  });

  it("let in one user, which has no password and administers nothing", () => {
    const user = live.only(ElasticacheUser);

    expect(user).toMatchObject({
      user_id: CACHE,
      user_name: CACHE,
      engine: "valkey",
      access_string: "on ~* +@all -@admin",
      authentication_mode: { type: "iam" },
    });
    expect(Object.keys(user).filter((key) => key.includes("password"))).toEqual([]);
    expect(live.only(ElasticacheReplicationGroup)).not.toHaveProperty("auth_token");
    expect(live.only(ElasticacheUserGroup).user_ids).toEqual([
      "${aws_elasticache_user.own_redis-sessions_user.user_id}",
    ]);
    expect(live.only(ElasticacheReplicationGroup).user_group_ids).toEqual([
      "${aws_elasticache_user_group.own_redis-sessions_users.user_group_id}",
    ]);
  });

  it("are open to the accounts that use them, by name, and to the nodes on their port", () => {
    const connects = (account: string) =>
      (
        JSON.parse(
          live.named(IamRolePolicy)[`own_account-${account}_role_permissions`]!.policy as string,
        ) as {
          Statement: Block[];
        }
      ).Statement.filter(({ Action }) => (Action as string[]).includes("elasticache:Connect")).map(
        ({ Resource }) => Resource as string[],
      );

    expect(connects("sender")).toEqual([
      [
        `arn:aws:elasticache:eu-central-1:444455556666:replicationgroup:${CACHE}`,
        `arn:aws:elasticache:eu-central-1:444455556666:user:${CACHE}`,
      ],
    ]);
    expect(connects("gauge-reader")).toEqual([]);
    expect(live.named(VpcSecurityGroupIngressRule)["own_redis-sessions_from-pods"]).toMatchObject({
      from_port: 6379,
      to_port: 6379,
    });
  });

  it("tell the team of a busy processor and of full memory, for each node", () => {
    expect(
      live
        .all(CloudwatchMetricAlarm)
        .filter(({ namespace }) => namespace === "AWS/ElastiCache")
        .map(({ metric_name, dimensions }) => `${metric_name} ${(dimensions as Block).CacheClusterId}`)
        .sort(),
    ).toEqual(
      ["CPUUtilization", "DatabaseMemoryUsagePercentage"].flatMap((metric) => [
        `${metric} ${CACHE}-001`,
        `${metric} ${CACHE}-002`,
      ]),
    );
  });
});
