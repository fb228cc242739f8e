import { z } from "zod";
import {
  type AlertingConfig,
  type Duration,
  type EmailReceiverConfig,
  type OpsgenieReceiverConfig,
  type PagerDutyReceiverConfig,
  type RouteConfig,
  type SlackReceiverConfig,
  type SmtpConfig,
  type SnsReceiverConfig,
  type TeamsReceiverConfig,
  type TimeIntervalConfig,
  WEEKDAYS,
  type WebhookReceiverConfig,
  type ZendeskReceiverConfig,
} from "./alerting";
import { objectOf } from "../checking/object-of";

const text = z.string();

/** A rule says in words whether the text is a duration. */
const duration = text as unknown as z.ZodType<Duration>;

const receiver = z.union([
  objectOf<SlackReceiverConfig>({ kind: z.literal("slack"), channel: text }),
  objectOf<PagerDutyReceiverConfig>({ kind: z.literal("pagerduty"), keyInSecret: text.optional() }),
  objectOf<EmailReceiverConfig>({ kind: z.literal("email"), to: text }),
  objectOf<ZendeskReceiverConfig>({ kind: z.literal("zendesk"), subdomain: text }),
  objectOf<OpsgenieReceiverConfig>({
    kind: z.literal("opsgenie"),
    region: z.enum(["us", "eu"]).optional(),
    keyInSecret: text.optional(),
  }),
  objectOf<WebhookReceiverConfig>({ kind: z.literal("webhook"), keyInSecret: text.optional() }),
  objectOf<TeamsReceiverConfig>({ kind: z.literal("teams"), keyInSecret: text.optional() }),
  objectOf<SnsReceiverConfig>({ kind: z.literal("sns") }),
]);

const route = objectOf<RouteConfig>({
  match: z.record(text, z.union([text, z.array(text)])),
  receiver: text,
  groupBy: z.array(text).optional(),
  wait: duration.optional(),
  interval: duration.optional(),
  repeat: duration.optional(),
  during: text.optional(),
  continue: z.boolean().optional(),
});

const timeInterval = objectOf<TimeIntervalConfig>({
  weekdays: z.array(z.enum(WEEKDAYS)),
  from: text,
  until: text,
  timezone: text,
});

const smtp = objectOf<SmtpConfig>({ smarthost: text, username: text, from: text });

/** Schema of the alerting settings in an environment file. */
export const ALERTING = objectOf<AlertingConfig>({
  receivers: z.record(text, receiver),
  routes: z.array(route),
  timeIntervals: z.record(text, timeInterval),
  smtp: smtp.optional(),
});
