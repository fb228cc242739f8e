import type { ServiceConfig } from "./addon";

/** Logit's Logstash, over TLS: one JSON object a line. */
export interface LogstashConfig {
  readonly type: "logstash";

  /** Name of the AWS Secrets Manager secret with `host` and `port`, which must be that of its `tcp-ssl` input. */
  readonly secret: string;
}

/** A log group in the environment's account. */
export interface CloudWatchLogsConfig {
  readonly type: "cloudwatch";
  readonly retentionDays: number;
}

/** An OpenSearch domain that the environment's account may write to. */
export interface OpenSearchConfig {
  readonly type: "opensearch";

  /** Its host, such as `search-logs-abc.<region>.es.amazonaws.com`. */
  readonly endpoint: string;
  readonly domainArn: string;
}

export type LogDestinationConfig = LogstashConfig | CloudWatchLogsConfig | OpenSearchConfig;

/** Where Data Firehose sends the control plane's logs besides CloudWatch, which always has them. */
export interface ControlPlaneLogsConfig {
  /** An HTTPS address that takes what Data Firehose sends. */
  readonly url: string;

  /** Name of the AWS Secrets Manager secret with its `api_key`. */
  readonly secret: string;
}

export interface FluentBitConfig extends ServiceConfig {
  readonly destination: LogDestinationConfig;

  /** Whether Kubernetes' events are sent there too. */
  readonly events: boolean;

  /** `false` leaves them in CloudWatch alone. */
  readonly controlPlane: ControlPlaneLogsConfig | false;
}

/** What brings logs to where people search them. */
export interface LogsServices {
  readonly fluentBit: FluentBitConfig | false;
}
