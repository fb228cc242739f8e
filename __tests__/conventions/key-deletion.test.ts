import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { describe, expect, it } from "vitest";
import { everyStack } from "../support/every-platform";
import { statementsOf } from "../support/tenant-stacks";
import type { Block } from "../support/terraform";

const keys = everyStack.flatMap(({ id, terraform }) =>
  Object.entries(terraform.named(KmsKey)).map(([name, key]) => ({ name: `${id} ${name}`, key })),
);
const kept = keys.filter(({ key }) => (key.lifecycle as Block | undefined)?.prevent_destroy === true);

describe("keys that Terraform refuses to destroy", () => {
  it("are some of all", () => {
    expect(kept.length).toBeGreaterThan(10);
    expect(keys.length).toBeGreaterThan(kept.length);
  });

  it.each(kept)("are not deleted within thirty days, whoever asks: $name", ({ key }) => {
    expect(key.deletion_window_in_days).toBe(30);
    expect(statementsOf(key.policy)).toContainEqual({
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: ["kms:ScheduleKeyDeletion"],
      Resource: ["*"],
      Condition: { NumericLessThan: { "kms:ScheduleKeyDeletionPendingWindowInDays": "30" } },
    });
  });
});
