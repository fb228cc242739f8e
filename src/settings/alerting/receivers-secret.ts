import { PLATFORM_NAMESPACES } from "../namespaces/namespaces";

/** The Kubernetes Secret with what receivers of alerts keep secret. */
export const ALERT_RECEIVERS_SECRET = {
  name: "alertmanager-receivers",
  namespace: PLATFORM_NAMESPACES.monitoring,
} as const;
