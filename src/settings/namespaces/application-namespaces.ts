import { mergeSettings } from "../checking/merge-settings";
import { PRODUCT_NAMESPACES, type ProductNamespace } from "./namespaces";

/** How much all pods of a namespace may ask for together. */
export interface NamespaceQuotaConfig {
  /** CPUs that they request. */
  readonly cpus: number;

  /** Memory that they request, in GiB. */
  readonly memoryGib: number;
  readonly pods: number;

  /** Disks that they claim, in GiB. */
  readonly storageGib: number;
}

/** What a container gets that does not say, and what none may go beyond. */
export interface ContainerLimitsConfig {
  /** Thousandths of a CPU that it requests. */
  readonly requestMillicpus: number;

  /** Memory that it requests, in MiB. */
  readonly requestMemoryMib: number;

  /** Memory at which it is stopped, in MiB. */
  readonly limitMemoryMib: number;

  /** The most memory it may ask for, in MiB. */
  readonly maximumMemoryMib: number;
}

/** What bounds the applications of a namespace. */
export interface ApplicationNamespaceConfig {
  readonly quota: NamespaceQuotaConfig;
  readonly containers: ContainerLimitsConfig;

  /** TCP ports at which its pods may call public addresses. */
  readonly internetPorts: readonly number[];
}

export type ApplicationNamespacesConfig = Readonly<Record<ProductNamespace, ApplicationNamespaceConfig>>;

/** What differs from production's. */
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

/** What an application or two need. */
const SMALL: NamespaceQuotaConfig = { cpus: 64, memoryGib: 256, pods: 200, storageGib: 200 };

/** Nearly all applications, on nearly all nodes of a full cluster: four fifths of 24 with 16 CPUs and 64 GiB each. */
const LARGE: NamespaceQuotaConfig = { cpus: 300, memoryGib: 1_200, pods: 2_000, storageGib: 1_000 };

/** HTTPS, and HTTP for whatever checks other people's links. */
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
