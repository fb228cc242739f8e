import { mergeSettings } from "../checking/merge-settings";
import { PRODUCT_NAMESPACES, type ProductNamespace } from "./namespaces";

/** Most that all pods of a namespace may request together. */
export interface NamespaceQuotaConfig {
  /** CPUs that pods request. */
  readonly cpus: number;

  /** Memory that pods request, in GiB. */
  readonly memoryGib: number;
  readonly pods: number;

  /** Disks that pods claim, in GiB. */
  readonly storageGib: number;
}

/** Requests and limits of containers that set none, and the maximum for all. */
export interface ContainerLimitsConfig {
  /** Request of CPU in thousandths. */
  readonly requestMillicpus: number;

  /** Request of memory in MiB. */
  readonly requestMemoryMib: number;

  /** Limit of memory in MiB, at which the container is stopped. */
  readonly limitMemoryMib: number;

  /** Highest limit of memory in MiB. */
  readonly maximumMemoryMib: number;
}

/** Bounds of the applications of a namespace. */
export interface ApplicationNamespaceConfig {
  readonly quota: NamespaceQuotaConfig;
  readonly containers: ContainerLimitsConfig;

  /** TCP ports at which its pods may call public addresses. */
  readonly internetPorts: readonly number[];
}

export type ApplicationNamespacesConfig = Readonly<Record<ProductNamespace, ApplicationNamespaceConfig>>;

/** Settings that differ from production's. */
export type ApplicationNamespacesSettings = Readonly<
  Partial<
    Record<
      ProductNamespace,
      {
        readonly quota?: Partial<NamespaceQuotaConfig>;
        readonly containers?: Partial<ContainerLimitsConfig>;
        readonly internetPorts?: readonly number[];
      }
    >
  >
>;

const CONTAINERS: ContainerLimitsConfig = {
  requestMillicpus: 100,
  requestMemoryMib: 256,
  limitMemoryMib: 1_024,
  maximumMemoryMib: 32_768,
};

/** Quota for one or two applications. */
const SMALL: NamespaceQuotaConfig = { cpus: 64, memoryGib: 256, pods: 200, storageGib: 200 };

/**
 * Quota for nearly all applications, on nearly all nodes of a full cluster: four fifths of 24 with 16 CPUs
 * and 64 GiB each.
 */
const LARGE: NamespaceQuotaConfig = { cpus: 300, memoryGib: 1_200, pods: 2_000, storageGib: 1_000 };

/** Ports of HTTPS, and of HTTP for programs that check links. */
const WEB = [80, 443];

const DEFAULTS: ApplicationNamespacesConfig = {
  apps: { quota: LARGE, containers: CONTAINERS, internetPorts: WEB },
  licensify: { quota: SMALL, containers: CONTAINERS, internetPorts: WEB },
  datagovuk: { quota: SMALL, containers: CONTAINERS, internetPorts: WEB },
};

/** Settings over production's. */
export const applicationNamespacesWithDefaults = (
  settings: ApplicationNamespacesSettings = {},
): ApplicationNamespacesConfig =>
  Object.fromEntries(
    PRODUCT_NAMESPACES.map((name) => [name, namespaceWithDefaults(DEFAULTS[name], settings[name])]),
  ) as unknown as ApplicationNamespacesConfig;

const namespaceWithDefaults = (
  { quota, containers, internetPorts }: ApplicationNamespaceConfig,
  settings: ApplicationNamespacesSettings[ProductNamespace] = {},
): ApplicationNamespaceConfig => ({
  quota: mergeSettings(quota, settings.quota),
  containers: mergeSettings(containers, settings.containers),
  internetPorts: settings.internetPorts ?? internetPorts,
});
