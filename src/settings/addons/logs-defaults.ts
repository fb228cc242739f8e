import type { Organisation } from "../organisation/organisation";
import type { AddonsSettings } from "./addons";
import type { FluentBitConfig, LogDestinationConfig, LogsServices } from "./logs";
import { withDefaults } from "./with-defaults";

const logstash = ({ defaults }: Organisation): LogDestinationConfig => ({
  type: "logstash",
  secret: defaults.logstashSecret,
});

/** The Kubernetes Secret that says where Logstash is. */
export const LOGSTASH_ADDRESS = "logit-host";

/** Settings over production's: everything goes to Logstash, and the control plane's logs stay in CloudWatch. */
export const logsWithDefaults = (
  { fluentBit }: AddonsSettings,
  organisation: Organisation,
): LogsServices => ({
  fluentBit: withDefaults<FluentBitConfig>(
    { values: {}, destination: logstash(organisation), events: true, controlPlane: false },
    fluentBit,
  ),
});
