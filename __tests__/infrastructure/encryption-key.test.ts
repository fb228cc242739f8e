import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { describe, expect, it } from "vitest";
import { EncryptionKey } from "../../src/infrastructure/encryption-key";
import { Terraform } from "../support/terraform";

const key = Terraform.of((scope) => {
  const users = [{ service: "logs.eu-west-1.amazonaws.com", conditions: {} }];
  new EncryptionKey(scope, "key", { accountId: "1", description: "Logs", users, protected: true });
}).only(KmsKey);

describe("EncryptionKey", () => {
  it("lets a service encrypt and decrypt, each action by name, and change nothing about the key", () => {
    const [, use] = (JSON.parse(key.policy as string) as { Statement: { Action: string[] }[] }).Statement;

    expect(use?.Action).toEqual(
      expect.arrayContaining(["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"]),
    );
    expect(
      use?.Action.filter((action) => !/^kms:(Decrypt|Encrypt|GenerateDataKey|ReEncrypt)\w*$/.test(action)),
    ).toEqual([]);
  });

  it("is rotated, and kept where it is protected", () => {
    expect(key).toMatchObject({ enable_key_rotation: true, lifecycle: { prevent_destroy: true } });
  });

  it.each([
    [true, undefined, 30],
    [false, undefined, 7],
    [false, true, 30],
  ])("waits for its deletion (protected: %s, late: %s) %s days", (kept, deletedLate, days) => {
    const { deletion_window_in_days, policy } = Terraform.of((scope) => {
      new EncryptionKey(scope, "key", {
        accountId: "1",
        description: "Logs",
        protected: kept,
        ...(deletedLate && { deletedLate }),
      });
    }).only(KmsKey);

    expect(deletion_window_in_days).toBe(days);
    expect(String(policy).includes("kms:ScheduleKeyDeletionPendingWindowInDays")).toBe(days === 30);
  });
});
