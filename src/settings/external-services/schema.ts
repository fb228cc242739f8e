import { z } from "zod";
import type {
  ExternalServicesSettings,
  UptimeCheckConfig,
  UptimeConfig,
  UptimeDestinationConfig,
} from "./external-services";
import { objectOf } from "../checking/object-of";

const destination = objectOf<UptimeDestinationConfig>({ pingdomTeam: z.string(), emailSecret: z.string() });

const check = objectOf<UptimeCheckConfig>({
  host: z.string(),
  path: z.string().optional(),
  shouldContain: z.string().optional(),
  severity: z.enum(["page", "warning"]),
});

const uptime = objectOf<Partial<UptimeConfig>>({
  destinations: objectOf<UptimeConfig["destinations"]>({
    page: destination.optional(),
    warning: destination.optional(),
  }).optional(),
  checks: z.record(z.string(), check).optional(),
});

/** Schema of services outside AWS and the cluster. */
export const EXTERNAL_SERVICES_SETTINGS = objectOf<ExternalServicesSettings>({
  sentry: z.boolean().optional(),
  uptime: z.union([uptime, z.literal(false)]).optional(),
});
