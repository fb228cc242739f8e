import { z } from "zod";
import type {
  ApplicationNamespaceSettings,
  ApplicationNamespacesSettings,
  ContainerLimitsConfig,
  NamespaceQuotaConfig,
} from "./application-namespaces";
import { objectOf } from "../checking/object-of";

const number = z.number().optional();

const namespace = objectOf<ApplicationNamespaceSettings>({
  quota: objectOf<Partial<NamespaceQuotaConfig>>({
    cpus: number,
    memoryGib: number,
    pods: number,
    storageGib: number,
  }).optional(),
  containers: objectOf<Partial<ContainerLimitsConfig>>({
    requestMillicpus: number,
    requestMemoryMib: number,
    limitMemoryMib: number,
    maximumMemoryMib: number,
  }).optional(),
  internetPorts: z.array(z.number()).optional(),
  domains: z.array(z.string()).optional(),
  databases: z.record(z.string(), z.array(z.number())).optional(),
  callers: z.record(z.string(), z.array(z.number())).optional(),
});

/** Settings of the namespaces that applications live in. */
export const APPLICATION_NAMESPACES_SETTINGS: z.ZodType<ApplicationNamespacesSettings> = z.record(
  z.string(),
  namespace,
);
