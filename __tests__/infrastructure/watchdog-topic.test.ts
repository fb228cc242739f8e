import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { describe, expect, it } from "vitest";
import { WatchdogTopic } from "../../src/infrastructure/watchdog-topic";
import { Terraform } from "../support/terraform";

const terraform = Terraform.of(
  (scope) => new WatchdogTopic(scope, "watchdog", { clusterName: "govuk", alarmTopicArn: "arn:alarms" }),
);

describe("WatchdogTopic", () => {
  it("sets off an alarm within a quarter of an hour of the last message, and where none ever came", () => {
    const alarm = terraform.only(CloudwatchMetricAlarm);

    expect(alarm).toMatchObject({
      namespace: "AWS/SNS",
      metric_name: "NumberOfMessagesPublished",
      dimensions: { TopicName: "${aws_sns_topic.watchdog_topic.name}" },
      statistic: "Sum",
      comparison_operator: "LessThanThreshold",
      threshold: 1,
      treat_missing_data: "breaching",
    });
    expect(alarm.period * alarm.evaluation_periods).toBe(15 * 60);
  });

  it("says so, and says when it is over, where CloudWatch's other alarms do", () => {
    expect(terraform.only(CloudwatchMetricAlarm)).toMatchObject({
      alarm_actions: ["arn:alarms"],
      ok_actions: ["arn:alarms"],
    });
  });

  it("is encrypted", () => {
    expect(terraform.only(SnsTopic)).toMatchObject({
      name: "govuk-watchdog",
      kms_master_key_id: "alias/aws/sns",
    });
  });
});
