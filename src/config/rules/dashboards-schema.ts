import { z } from "zod";
import type { GrafanaConfig, TempoConfig } from "../services/dashboards";
import { objectOf } from "./object-of";
import { off, values } from "./service-schema";

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
