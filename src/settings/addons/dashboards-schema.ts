import { z } from "zod";
import type { GrafanaConfig, TempoConfig } from "./dashboards";
import { objectOf } from "../checking/object-of";
import { off, values } from "./addon-schema";

const grafana = objectOf<Partial<GrafanaConfig>>({
  values: values.optional(),
  replicas: z.number().optional(),
});

const tempo = objectOf<Partial<TempoConfig>>({
  values: values.optional(),
  retentionDays: z.number().optional(),
});

/** What an environment file may say about what shows how things are. */
export const DASHBOARDS_SETTINGS = {
  grafana: z.union([grafana, off]).optional(),
  tempo: z.union([tempo, off]).optional(),
};
