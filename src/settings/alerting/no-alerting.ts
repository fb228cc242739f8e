import type { AlertingConfig } from "./alerting";

/** Alerting without receivers. */
export const NO_ALERTING: AlertingConfig = { receivers: {}, routes: [], timeIntervals: {} };
