import { z } from "zod";
import type {
  BackendConfig,
  CloudBackendConfig,
  LocalBackendConfig,
  S3BackendConfig,
} from "../state/backend";
import type { DnsSettings } from "../dns/dns";
import type { EnvironmentSettings, Protection, ServiceLinkedRoles } from "./environment";
import { NETWORK_SETTINGS } from "../network/schema";
import { CLUSTER_SETTINGS } from "../cluster/schema";
import { EXTERNAL_SERVICES_SETTINGS } from "../external-services/schema";
import { objectOf } from "../checking/object-of";
import { STATE_SETTINGS } from "../state/schema";

const text = z.string();
const number = z.number();
const flag = z.boolean();

const backend: z.ZodType<BackendConfig> = z.union([
  objectOf<CloudBackendConfig>({
    type: z.literal("cloud"),
    organization: text,
    project: text,
    hostname: text.optional(),
  }),
  objectOf<S3BackendConfig>({
    type: z.literal("s3"),
    bucket: text,
    region: text.optional(),
    kmsKeyArn: text,
  }),
  objectOf<LocalBackendConfig>({ type: z.literal("local") }),
]);

const protection: z.ZodType<Protection> = z.union([
  z.literal(true),
  objectOf<Exclude<Protection, true>>(
    { enabled: z.literal(false), reason: text },
    '{ enabled: false, reason: "…" }',
  ),
]);

const serviceLinkedRole = z.enum(["make", "exists"]).optional();

/** Schema of an environment file. A type of `src/settings` that changes does not compile until this does. */
export const ENVIRONMENT_SETTINGS: z.ZodType<EnvironmentSettings> = objectOf<EnvironmentSettings>({
  name: text,
  region: text.optional(),
  backend: backend.optional(),
  network: NETWORK_SETTINGS,
  dns: objectOf<DnsSettings>({
    publishingDomain: text.optional(),
    parentZone: text.optional(),
    certificateChallenge: text.optional(),
  }).optional(),
  clusters: z.record(text, CLUSTER_SETTINGS),
  alarmEmailSecret: z.union([text, z.literal(false)]).optional(),
  deletionProtection: protection.optional(),
  flowLogs: protection.optional(),
  threatDetection: protection.optional(),
  threatSeverity: z.enum(["low", "medium", "high", "critical"]).optional(),
  serviceLinkedRoles: objectOf<ServiceLinkedRoles>({
    spot: serviceLinkedRole,
    autoscaling: serviceLinkedRole,
    opensearchservice: serviceLinkedRole,
  }).optional(),
  bucketAccessLogs: text.optional(),
  forceDestroy: flag.optional(),
  secretsRecoveryDays: number.optional(),
  externalServices: EXTERNAL_SERVICES_SETTINGS.optional(),
  state: STATE_SETTINGS.optional(),
});
