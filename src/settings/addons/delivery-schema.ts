import { z } from "zod";
import {
  type ArgoCdConfig,
  type ArgoWorkflowsConfig,
  type ChartsRepositoryConfig,
  type PrivateRegistryConfig,
  type PromotionConfig,
  type RepositoryCredentialsConfig,
  type SlackConfig,
  type SyncWindowConfig,
  TRIGGER_NAMES,
  type WorkflowArchiveConfig,
} from "./delivery";
import { objectOf } from "../checking/object-of";
import { off, plainService, values } from "./addon-schema";

const text = z.string();
const number = z.number();

const syncWindow = objectOf<SyncWindowConfig>({
  kind: z.enum(["allow", "deny"]),
  schedule: text,
  hours: number,
  manualSync: z.boolean(),
});

const slack = objectOf<SlackConfig>({
  tokenPath: text,
  channel: text,
  triggers: z.array(z.enum(TRIGGER_NAMES)),
});

const argoCd = objectOf<Partial<ArgoCdConfig>>({
  values: values.optional(),
  bannerColour: text.optional(),
  charts: objectOf<ChartsRepositoryConfig>({ repository: text, branch: text }).optional(),
  bootstrapPath: z.union([text, off]).optional(),
  repositories: z.array(objectOf<RepositoryCredentialsConfig>({ url: text, path: text })).optional(),
  syncWindows: z.array(syncWindow).optional(),
  slack: z.union([slack, off]).optional(),
});

const archive = objectOf<WorkflowArchiveConfig>({ keepDays: number });

const promotion = objectOf<PromotionConfig>({
  tagsFolder: text,
  tokenPath: text,
  smokeTestPath: text,
});

const argoWorkflows = objectOf<Partial<ArgoWorkflowsConfig>>({
  values: values.optional(),
  keepArtifactsDays: number.optional(),
  archive: z.union([archive, off]).optional(),
  promotion: z.union([promotion, off]).optional(),
});

const privateRegistry = objectOf<PrivateRegistryConfig>({
  registry: text,
  path: text,
  namespaces: z.array(text),
});

/** What an environment file may say about what delivers applications. */
export const DELIVERY_SETTINGS = {
  argoCd: z.union([argoCd, off]).optional(),
  argoWorkflows: z.union([argoWorkflows, off]).optional(),
  reloader: plainService,
  imagePullSecrets: z.union([z.array(privateRegistry), off]).optional(),
  renovate: z.boolean().optional(),
  seal: z.boolean().optional(),
};
