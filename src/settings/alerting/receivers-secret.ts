import { PLATFORM_NAMESPACES } from "../namespaces/namespaces";

/** Kubernetes Secret with the secret parts of receivers. */
export const ALERT_RECEIVERS_SECRET = {
  name: "alertmanager-receivers",
  namespace: PLATFORM_NAMESPACES.monitoring,
} as const;
