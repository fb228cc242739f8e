import { z } from "zod";
import type {
  ApplicationConfig,
  ArgoProjectConfig,
  DigestConfig,
  KindConfig,
  TeamConfig,
  TenantsConfig,
} from "./tenants";
import { objectOf } from "../checking/object-of";

const text = z.string();

const argoProject = objectOf<ArgoProjectConfig>({
  namespaces: z.array(text),
  kinds: z.array(objectOf<KindConfig>({ group: text, kind: text })).optional(),
});

/**
 * Schema of teams and applications. A type of `src/settings` that changes does not compile until this does.
 */
export const TENANTS_SETTINGS: z.ZodType<TenantsConfig> = objectOf<TenantsConfig>({
  teams: z.array(
    objectOf<TeamConfig>({
      name: text,
      gitHubTeam: text.optional(),
      signInGroup: text.optional(),
      slackChannel: text.optional(),
      argoProject,
      digest: objectOf<DigestConfig>({ schedule: text }).optional(),
    }),
  ),
  applications: z.array(
    objectOf<ApplicationConfig>({
      name: text,
      team: text,
      repository: text,
      namespace: text,
      images: z.array(text),
      sentry: z.boolean(),
      hasService: z.boolean().optional(),
      hosts: z.array(text),
    }),
  ),
});
