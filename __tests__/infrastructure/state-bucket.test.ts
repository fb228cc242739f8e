import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { describe, expect, it } from "vitest";
import { StateBucket } from "../../src/infrastructure/state-bucket";
import { Terraform } from "../support/terraform";

const terraform = Terraform.of(
  (scope) =>
    new StateBucket(scope, "states", { name: "govuk-terraform-state-test", accountId: "123456789012" }),
);
const bucket = terraform.json.module.states_storage_bucket;

describe("StateBucket", () => {
  it("encrypts states with a key of its own, which Terraform never destroys", () => {
    expect(bucket.kms_key_arn).toBe("${aws_kms_key.states_encryption_key.arn}");
    expect(terraform.only(KmsKey)).toMatchObject({
      enable_key_rotation: true,
      lifecycle: { prevent_destroy: true },
    });
  });

  it("keeps old versions of a state for 90 days and the present one for ever", () => {
    expect(bucket.noncurrent_days).toBe(90);
    expect(bucket).not.toHaveProperty("expire_after_days");
    expect(bucket).not.toHaveProperty("versioning");
  });

  it("is not destroyed with the states in it", () => {
    expect(bucket.force_destroy).toBe(false);
  });
});
