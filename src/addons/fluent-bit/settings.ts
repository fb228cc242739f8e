import { z } from "zod";
import { chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { off, section } from "../../settings/addon-definition/section";
import type { Organisation } from "../../settings/organisation/organisation";
import { CHART } from "./chart";
import { rolesOfLogs } from "./owned-roles";
import { needsOfLogs, problemsOfLogs, reachOfLogs } from "./rules";

/** The Kubernetes Secret that says where Logstash is. */
export const LOGSTASH_ADDRESS = "logit-host";

/** Logstash, over TLS: one JSON object a line. */
const LOGSTASH = section({
  type: z.literal("logstash"),

  /** Name of the AWS Secrets Manager secret with `host` and `port`, which must be that of its `tcp-ssl` input. */
  secret: z.string(),
});

/** A log group in the environment's account. */
const CLOUD_WATCH = section({ type: z.literal("cloudwatch"), retentionDays: z.number() });

/** An OpenSearch domain that the environment's account may write to. */
const OPEN_SEARCH = section({
  type: z.literal("opensearch"),

  /** Host of the domain, such as `search-logs-abc.<region>.es.amazonaws.com`. */
  endpoint: z.string(),
  domainArn: z.string(),
});

const DESTINATION = z.union([LOGSTASH, CLOUD_WATCH, OPEN_SEARCH]);

export type LogDestinationConfig = Readonly<z.infer<typeof DESTINATION>>;

/** Address to which Data Firehose sends the control plane's logs besides CloudWatch, which always has them. */
const CONTROL_PLANE = section({
  /** An HTTPS address that takes what Data Firehose sends. */
  url: z.string(),

  /** Name of the AWS Secrets Manager secret with its `api_key`. */
  secret: z.string(),
});

export type ControlPlaneLogsConfig = Readonly<z.infer<typeof CONTROL_PLANE>>;

const CONFIG = chartSection({
  destination: DESTINATION,

  /** Sends Kubernetes' events there too. */
  events: z.boolean(),

  /** `false` leaves them in CloudWatch alone. */
  controlPlane: z.union([CONTROL_PLANE, off]),
});

export type FluentBitConfig = Readonly<z.infer<typeof CONFIG>>;

const destinationOf = ({ defaults: { logstashSecret } }: Organisation): LogDestinationConfig =>
  logstashSecret === undefined
    ? { type: "cloudwatch", retentionDays: 30 }
    : { type: "logstash", secret: logstashSecret };

/** Everything goes to Logstash where the organisation has one, and the control plane's logs stay in CloudWatch. */
export const fluentBit = chartAddon({
  chart: CHART,
  ownsRoles: rolesOfLogs,
  config: CONFIG,
  defaults: ({ organisation }): FluentBitConfig => ({
    values: {},
    destination: destinationOf(organisation),
    events: true,
    controlPlane: false,
  }),
  needs: MONITORED,
  needsAsSet: needsOfLogs,
  reaches: reachOfLogs,
  rules: problemsOfLogs,
});
