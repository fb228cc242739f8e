import { describe, expect, it } from "vitest";
import type { EnvironmentSettings } from "../../src/settings/environment/environment";
import { stacksWith } from "../support/stacks";

const s3 = {
  type: "s3",
  bucket: "govuk-terraform-state-production",
  kmsKeyArn: "arn:aws:kms:eu-west-1:172025368201:key/1234abcd-12ab-34cd-86ef-1234567890ab",
} as const;

describe("terraform-state", () => {
  const stacks = stacksWith({ backend: s3 });

  it("makes the bucket that the environment names, and says what the backend needs of it", () => {
    const terraform = stacks["terraform-state-production"]!;

    expect(terraform.json.module.states_storage_bucket.name).toBe("govuk-terraform-state-production");
    expect(terraform.outputs()).toEqual({
      bucket: "${module.states_storage_bucket.id}",
      kms_key_arn: "${aws_kms_key.states_encryption_key.arn}",
    });
  });

  it("keeps every state of the environment in it, its own as well", () => {
    const places = Object.entries(stacks).map(([id, { json }]) => [id, json.terraform.backend.s3]);

    expect(places).not.toEqual([]);
    for (const [id, place] of places) {
      expect(place).toEqual({
        bucket: s3.bucket,
        key: `${id}.tfstate`,
        region: "eu-west-1",
        kms_key_id: s3.kmsKeyArn,
        encrypt: true,
        use_lockfile: true,
      });
    }
  });

  it.each<EnvironmentSettings["backend"]>([undefined, { type: "local" }])(
    "does not exist where states are elsewhere: %o",
    (backend) => {
      expect(Object.keys(stacksWith({ backend }))).not.toContain("terraform-state-production");
    },
  );
});
