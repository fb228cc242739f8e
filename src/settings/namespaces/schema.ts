import { z } from "zod";
import type {
  ApplicationNamespacesSettings,
  ContainerLimitsConfig,
  NamespaceQuotaConfig,
} from "./application-namespaces";
import { objectOf } from "../checking/object-of";

const number = z.number().optional();

type Settings = NonNullable<ApplicationNamespacesSettings[keyof ApplicationNamespacesSettings]>;

const namespace = objectOf<Settings>({
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
});

/** Schema of the namespaces with applications. */
export const APPLICATION_NAMESPACES_SETTINGS = objectOf<ApplicationNamespacesSettings>({
  apps: namespace.optional(),
  licensify: namespace.optional(),
  datagovuk: namespace.optional(),
});
