import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { describe, expect, it } from "vitest";
import { everyStack } from "../support/every-platform";
import { statementsOf } from "../support/tenant-stacks";
import type { Block } from "../support/terraform";

const boundaries = everyStack.flatMap(({ id, terraform }) =>
  Object.entries(terraform.named(IamPolicy))
    .filter(([name]) => name === "tenant-boundary")
    .map(([, { policy }]) => ({ id, statements: statementsOf(policy) })),
);

/** True for a statement whose resources are tenants' by their names, or by AWS's own choice of one. */
const namesTenants = ({ Resource }: Block): boolean =>
  (Resource as string[]).every((arn) =>
    /^arn:aws:(?:s3:::tenant-|(?:sqs|sns):[^:]+:\d+:tenant-|dynamodb:[^:]+:\d+:table\/tenant-|rds-db:.*\/tenant_app$|elasticache:[^:]+:\d+:(?:replicationgroup|user):tenant-|es:[^:]+:\d+:domain\/tenant-|secretsmanager:[^:]+:\d+:secret:tenants\/)/.test(
      arn,
    ),
  );

describe("the boundary of tenants' roles", () => {
  it("is in some environments", () => {
    expect(boundaries.length).toBeGreaterThan(1);
  });

  it.each(boundaries)("holds things of tenants alone, by name or by tag: $id", ({ statements }) => {
    const others = statements.filter((statement) => !namesTenants(statement));

    expect(others.map(({ Action }) => (Action as string[])[0]!.split(":")[0])).toEqual([
      "cloudfront",
      "secretsmanager",
      "secretsmanager",
      "kms",
    ]);
    for (const { Condition } of others) {
      expect(JSON.stringify(Condition)).toMatch(/aws:ResourceTag\//);
    }
  });

  it.each(boundaries)("lets keys be used through services alone: $id", ({ statements }) => {
    const [key] = statements.filter(({ Action }) =>
      (Action as string[]).some((action) => /^kms:/.test(action)),
    );

    expect(key!.Action).toEqual(["kms:Decrypt", "kms:GenerateDataKey"]);
    expect(key!.Condition.StringEquals["kms:ViaService"]).toHaveLength(5);
  });
});
