import { OamLink } from "@cdktf/provider-aws/lib/oam-link";
import { Construct } from "constructs";
import { LOG_GROUPS } from "./log-sink";

export interface LogLinkProps {
  readonly sinkArn: string;

  /** Names of the log groups that are shared, and no others. */
  readonly logGroups: readonly string[];
}

/**
 * Link by which another account reads log groups of this account and region.
 *
 * @see https://docs.aws.amazon.com/OAM/latest/APIReference/API_LogGroupConfiguration.html
 */
export class LogLink extends Construct {
  constructor(scope: Construct, id: string, { sinkArn, logGroups }: LogLinkProps) {
    super(scope, id);
    new OamLink(this, "link", {
      labelTemplate: "$AccountName",
      resourceTypes: [LOG_GROUPS],
      sinkIdentifier: sinkArn,
      linkConfiguration: {
        logGroupConfiguration: {
          filter: `LogGroupName IN (${logGroups.map((name) => `'${name}'`).join(", ")})`,
        },
      },
    });
  }
}
