import type { Organisation } from "../organisation/organisation";
import type { AddonsSettings } from "./addons";
import type { FluentBitConfig, LogDestinationConfig, LogsServices } from "./logs";
import { withDefaults } from "./with-defaults";

const destinationOf = ({ defaults: { logstashSecret } }: Organisation): LogDestinationConfig =>
  logstashSecret === undefined
    ? { type: "cloudwatch", retentionDays: 30 }
    : { type: "logstash", secret: logstashSecret };

/** The Kubernetes Secret that says where Logstash is. */
export const LOGSTASH_ADDRESS = "logit-host";

/**
 * Settings over production's: everything goes to Logstash where the organisation has one, and the control plane's logs
 * stay in CloudWatch.
 */
export const logsWithDefaults = (
  { fluentBit }: AddonsSettings,
  organisation: Organisation,
): LogsServices => ({
  fluentBit: withDefaults<FluentBitConfig>(
    { values: {}, destination: destinationOf(organisation), events: true, controlPlane: false },
    fluentBit,
  ),
});
