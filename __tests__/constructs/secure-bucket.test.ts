import { existsSync } from "node:fs";
import { TerraformOutput } from "cdktf";
import { expect, test } from "vitest";
import { SecureBucket, type SecureBucketProps } from "../../src/constructs/secure-bucket";
import { Terraform } from "../support/terraform";

const bucketWith = (props: Partial<SecureBucketProps> = {}) =>
  Terraform.of((scope) => {
    const bucket = new SecureBucket(scope, "logs", { name: "govuk-test-logs", ...props });
    new TerraformOutput(scope, "bucket", { value: bucket.id });
  });

const moduleOf = (terraform: Terraform) => terraform.json.module.logs_bucket;

test("is the project's own module, shipped inside the stack", () => {
  const { source } = moduleOf(bucketWith());

  expect(source).toMatch(/^\.\/assets\/logs_source\/[0-9A-F]{32}$/);
  expect(existsSync("modules/secure-bucket/main.tf")).toBe(true);
});

test("keeps its contents when it is destroyed, unless told otherwise", () => {
  expect(moduleOf(bucketWith()).force_destroy).toBe(false);
  expect(moduleOf(bucketWith({ forceDestroy: true })).force_destroy).toBe(true);
});

test("keeps objects until they expire", () => {
  expect(moduleOf(bucketWith())).not.toHaveProperty("expire_after_days");
  expect(moduleOf(bucketWith({ expireAfterDays: 90 })).expire_after_days).toBe(90);
});

test("keeps old versions as long as it is told, else as long as the module says", () => {
  expect(moduleOf(bucketWith())).not.toHaveProperty("noncurrent_days");
  expect(moduleOf(bucketWith({ recoveryDays: 90 })).noncurrent_days).toBe(90);
});

test("is encrypted by S3, or with the key it is given", () => {
  const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/1";

  expect(moduleOf(bucketWith())).not.toHaveProperty("kms_key_arn");
  expect(moduleOf(bucketWith({ kmsKeyArn })).kms_key_arn).toBe(kmsKeyArn);
});

test("lets load balancers of its own account write their logs and do nothing else", () => {
  const [document] = moduleOf(bucketWith({ logsFrom: "load-balancers" })).policy_documents;

  expect(JSON.parse(document).Statement).toEqual([
    {
      Effect: "Allow",
      Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
      Action: ["s3:PutObject"],
      Resource: [
        "arn:aws:s3:::govuk-test-logs/AWSLogs/${data.aws_caller_identity.logs_account.account_id}/*",
      ],
    },
  ]);
});

test("lets no service write where no logs are expected", () => {
  const terraform = bucketWith();

  expect(moduleOf(terraform)).not.toHaveProperty("policy_documents");
  expect(terraform.json).not.toHaveProperty("data");
});

test("offers its name to others", () => {
  expect(bucketWith().outputs().bucket).toBe("${module.logs_bucket.id}");
});
