import { OamSink } from "@cdktf/provider-aws/lib/oam-sink";
import { OamSinkPolicy } from "@cdktf/provider-aws/lib/oam-sink-policy";
import { Construct } from "constructs";
import { policyDocument } from "../constructs/iam-policy";

/** Kind of what accounts share: log groups, and neither metrics nor traces. */
export const LOG_GROUPS = "AWS::Logs::LogGroup";

export interface LogSinkProps {
  readonly clusterName: string;

  /** Region of the logs: a link reaches no other. */
  readonly region: string;

  /** Accounts that may link their log groups, twelve digits each. */
  readonly accounts: readonly string[];
}

/**
 * Sink to which other accounts link log groups, so that this account reads them where they are.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Unified-Cross-Account.html
 */
export class LogSink extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { clusterName, region, accounts }: LogSinkProps) {
    super(scope, id);

    const sink = new OamSink(this, "sink", { region, name: `${clusterName}-logs` });
    new OamSinkPolicy(this, "accounts", {
      region,
      sinkIdentifier: sink.arn,
      policy: policyDocument([
        {
          Effect: "Allow",
          Principal: { AWS: accounts.map((account) => `arn:aws:iam::${account}:root`) },
          Action: ["oam:CreateLink", "oam:UpdateLink"],
          Resource: ["*"],
          Condition: {
            "ForAllValues:StringEquals": { "oam:ResourceTypes": [LOG_GROUPS] },
            // Without the key, the condition above would hold.
            Null: { "oam:ResourceTypes": "false" },
          },
        },
      ]),
    });
    this.arn = sink.arn;
  }
}
