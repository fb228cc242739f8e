import { z } from "zod";
import type { KubePrometheusStackConfig } from "./metrics";
import { ALERTING } from "../alerting/schema";
import { objectOf } from "../checking/object-of";
import { off, plainService, values } from "./addon-schema";

const kubePrometheusStack = objectOf<Partial<KubePrometheusStackConfig>>({
  values: values.optional(),
  retentionDays: z.number().optional(),
  storageGib: z.number().optional(),
  alerting: ALERTING.optional(),
});

/** What an environment file may say about what measures. */
export const METRICS_SETTINGS = {
  kubePrometheusStack: z.union([kubePrometheusStack, off]).optional(),
  prometheusBlackboxExporter: plainService,
  oauth2Proxy: plainService,
};
