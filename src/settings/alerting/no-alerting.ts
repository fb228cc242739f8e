import type { AlertingConfig } from "./alerting";

/** Alerting that tells nobody of anything. */
export const NO_ALERTING: AlertingConfig = { receivers: {}, routes: [], timeIntervals: {} };
