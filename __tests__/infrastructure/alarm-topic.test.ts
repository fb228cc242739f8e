import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { describe, expect, it } from "vitest";
import { AlarmTopic } from "../../src/infrastructure/alarm-topic";
import { Terraform } from "../support/terraform";

const topic = (emailSecret: string | false) =>
  Terraform.of(
    (scope) =>
      new AlarmTopic(scope, "alarms", {
        clusterName: "govuk",
        label: "test",
        accountId: "123456789012",
        emailSecret,
      }),
  );

describe("AlarmTopic", () => {
  it("is encrypted with a key that CloudWatch may use", () => {
    expect(topic(false).only(SnsTopic).kms_master_key_id).toBe("${aws_kms_key.alarms_encryption_key.arn}");
  });

  it("e-mails the address that the secret holds", () => {
    const terraform = topic("govuk/slack/platform-support-email");

    expect(terraform.json.data.aws_secretsmanager_secret_version["alarms_email-address"]).toEqual({
      secret_id: "govuk/slack/platform-support-email",
    });
    expect(terraform.only(SnsTopicSubscription)).toMatchObject({
      protocol: "email",
      endpoint: "${data.aws_secretsmanager_secret_version.alarms_email-address.secret_string}",
    });
  });

  it("e-mails nobody where no secret is named", () => {
    expect(topic(false).all(SnsTopicSubscription)).toEqual([]);
  });
});
