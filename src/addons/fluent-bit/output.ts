import { environmentVariable } from "../../constructs/environment-variable";
import type { HelmValue } from "../../constructs/helm-values";
import type { Permission } from "../../constructs/iam-policy";
import { NODE_NAME, type Section } from "./config";

/** Destination of logs. */
export type LogDestination =
  | {
      readonly type: "logstash";

      /** The Kubernetes Secret with `host` and `port`. */
      readonly addressSecret: string;
    }
  | { readonly type: "cloudwatch"; readonly logGroupName: string; readonly logGroupArn: string }
  | { readonly type: "opensearch"; readonly endpoint: string; readonly domainArn: string };

/** Output section for a destination, with its permissions and variables. */
export interface LogOutput {
  readonly section: Section;

  /** @default - none of AWS's */
  readonly permissions: readonly Permission[];

  /** Variables of the environment that the section names. */
  readonly env: readonly HelmValue[];
}

/** Buffer on a disk beyond which the oldest lines are lost. */
const LIMIT = "4G";

/** Nothing is given up before the disk is full. */
const PATIENT = { Match: "*", Retry_Limit: "no_limits", "storage.total_limit_size": LIMIT };

const TLS = { tls: "On", "tls.verify": "On" };

export function logOutput(destination: LogDestination, region: string): LogOutput {
  switch (destination.type) {
    case "logstash":
      return toLogstash(destination.addressSecret);
    case "cloudwatch":
      return {
        section: [
          "OUTPUT",
          {
            Name: "cloudwatch_logs",
            ...PATIENT,
            region,
            log_group_name: destination.logGroupName,
            log_stream_prefix: `${NODE_NAME}-`,
            auto_create_group: "Off",
          },
        ],
        permissions: [
          {
            actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            resources: [destination.logGroupArn, `${destination.logGroupArn}:log-stream:*`],
          },
        ],
        env: [],
      };
    case "opensearch":
      return {
        section: [
          "OUTPUT",
          {
            Name: "opensearch",
            ...PATIENT,
            ...TLS,
            Host: destination.endpoint,
            Port: "443",
            AWS_Auth: "On",
            AWS_Region: region,
            Suppress_Type_Name: "On",
            Logstash_Format: "On",
            Logstash_Prefix: "logs",
            Replace_Dots: "Off",
          },
        ],
        permissions: [{ actions: ["es:ESHttpPost"], resources: [`${destination.domainArn}/_bulk`] }],
        env: [],
      };
  }
}

const toLogstash = (addressSecret: string): LogOutput => ({
  section: [
    "OUTPUT",
    {
      Name: "tcp",
      ...PATIENT,
      ...TLS,
      Host: environmentVariable("LOGSTASH_HOST"),
      Port: environmentVariable("LOGSTASH_PORT"),
      Format: "json_lines",
      json_date_key: "@timestamp",
      json_date_format: "iso8601",
    },
  ],
  permissions: [],
  env: ["host", "port"].map((key) => ({
    name: `LOGSTASH_${key.toUpperCase()}`,
    valueFrom: { secretKeyRef: { name: addressSecret, key } },
  })),
});
