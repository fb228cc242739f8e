import { z } from "zod";
import type {
  CloudWatchLogsConfig,
  ControlPlaneLogsConfig,
  FluentBitConfig,
  LogstashConfig,
  OpenSearchConfig,
} from "./logs";
import { objectOf } from "../checking/object-of";
import { off, values } from "./addon-schema";

const text = z.string();

const destination = z.union([
  objectOf<LogstashConfig>({ type: z.literal("logstash"), secret: text }),
  objectOf<CloudWatchLogsConfig>({ type: z.literal("cloudwatch"), retentionDays: z.number() }),
  objectOf<OpenSearchConfig>({ type: z.literal("opensearch"), endpoint: text, domainArn: text }),
]);

const fluentBit = objectOf<Partial<FluentBitConfig>>({
  values: values.optional(),
  destination: destination.optional(),
  events: z.boolean().optional(),
  controlPlane: z.union([objectOf<ControlPlaneLogsConfig>({ url: text, secret: text }), off]).optional(),
});

/** What an environment file may say about logs. */
export const LOGS_SETTINGS = { fluentBit: z.union([fluentBit, off]).optional() };
