import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import { SsmDocument } from "@cdktf/provider-aws/lib/ssm-document";
import { describe, expect, it } from "vitest";
import { ApiRelay } from "../../src/infrastructure/api-relay";
import { RelaySessions } from "../../src/infrastructure/relay-sessions";
import { Terraform } from "../support/terraform";

const terraform = Terraform.of((scope) => {
  new RelaySessions(scope, "sessions", {
    clusterName: "freight",
    region: "eu-central-1",
    accountId: "123456789012",
    retentionDays: 731,
    protected: true,
  });
  new ApiRelay(scope, "relay", {
    target: { clusterName: "freight", endpoint: "https://api.example", securityGroupId: "sg-cluster" },
    vpcId: "vpc-1",
    subnetIds: ["subnet-a"],
    sessionManagerCidrs: ["10.0.0.0/16"],
    tags: {},
    after: [],
  });
});

describe("RelaySessions", () => {
  it("records sessions of the relay's own document", () => {
    const { detail } = JSON.parse(terraform.only(CloudwatchEventRule).event_pattern);

    expect(detail.requestParameters.documentName).toEqual([terraform.only(SsmDocument).name]);
  });

  it("keeps them encrypted, in a group to which EventBridge may write", () => {
    const group = terraform.only(CloudwatchLogGroup);
    const [statement] = JSON.parse(terraform.only(CloudwatchLogResourcePolicy).policy_document).Statement;

    expect(group.name).toMatch(/^\/aws\/events\//);
    expect(group.kms_key_id).toMatch(/aws_kms_key/);
    expect(statement.Condition.ArnEquals["aws:SourceArn"]).toMatch(/aws_cloudwatch_event_rule/);
  });
});
