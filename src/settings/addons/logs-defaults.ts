import { ORGANISATION } from "../../platform/organisation";
import type { AddonsSettings } from "./addons";
import type { FluentBitConfig, LogDestinationConfig, LogsServices } from "./logs";
import { withDefaults } from "./with-defaults";

const LOGIT: LogDestinationConfig = { type: "logstash", secret: `${ORGANISATION.secretsPrefix}/logit-host` };

/** The Kubernetes Secret that says where Logstash is. */
export const LOGSTASH_ADDRESS = "logit-host";

/** Settings over production's: everything goes to Logit, and the control plane's logs stay in CloudWatch. */
export const logsWithDefaults = ({ fluentBit }: AddonsSettings): LogsServices => ({
  fluentBit: withDefaults<FluentBitConfig>(
    { values: {}, destination: LOGIT, events: true, controlPlane: false },
    fluentBit,
  ),
});
