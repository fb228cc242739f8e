import type { ReceiverConfig } from "./alerting";
import { PLATFORM_NAMESPACES } from "../namespaces/namespaces";

/** Kubernetes Secret with the secret parts of receivers. */
export const ALERT_RECEIVERS_SECRET = {
  name: "alertmanager-receivers",
  namespace: PLATFORM_NAMESPACES.monitoring,
} as const;

/** Keys of that secret for receivers that name none, by kind. */
export const SECRET_KEYS = {
  pagerduty: "pagerduty_routing_key",
  opsgenie: "opsgenie_api_key",
  webhook: "webhook_url",
  teams: "teams_webhook_url",
} as const;

/** True for a receiver on the internet, which has a secret: every one but AWS's topic. */
export const isOutside = ({ kind }: Pick<ReceiverConfig, "kind">): boolean => kind !== "sns";
