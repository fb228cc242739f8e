import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { Construct } from "constructs";
import { SecureBucket } from "../constructs/secure-bucket";

export interface FlowLogsProps {
  readonly vpcId: string;

  /** Name of the bucket, unique in all of AWS. */
  readonly bucket: string;

  /** Days for which records are kept. */
  readonly retentionDays: number;
  readonly forceDestroy: boolean;
}

/**
 * Records of every connection in a VPC, accepted and refused, in a bucket.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html
 */
export class FlowLogs extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { vpcId, bucket: name, retentionDays, forceDestroy }: FlowLogsProps,
  ) {
    super(scope, id);

    const bucket = new SecureBucket(this, "records", {
      name,
      forceDestroy,
      expireAfterDays: retentionDays,
      logsFrom: "flow-logs",
    });
    new FlowLog(this, "log", {
      vpcId,
      trafficType: "ALL",
      logDestinationType: "s3",
      logDestination: `arn:aws:s3:::${bucket.id}`,
      tags: { Name: name },
    });
  }
}
