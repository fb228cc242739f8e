import { mergeSettings } from "../checking/merge-settings";
import type { OrganisationNamespaces } from "./namespaces";
import type { NamespaceQuotaConfig } from "./namespaces-schema";
import { ownValue } from "../checking/own-value";

export type { NamespaceQuotaConfig } from "./namespaces-schema";

/** Bounds of a container: requests and limits where it names none, and the most that it may name. */
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

  /**
   * Hosts outside the cluster that its pods may call at these ports, or `*.` and a domain for every host below it. AWS's
   * APIs without an endpoint in the VPC are such hosts too.
   *
   * @default - every public address
   */
  readonly domains?: readonly string[];

  /** TCP ports of the databases and caches that its pods may call, by the purpose of their private subnets. */
  readonly databases: Readonly<Record<string, readonly number[]>>;

  /** TCP ports of its pods that pods of other namespaces may call, by the callers' namespace. */
  readonly callers: Readonly<Record<string, readonly number[]>>;

  /** Labels of its pods that may call the Kubernetes API, by the name that the organisation gives them. */
  readonly callsKubernetesApi: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Bounds by the name of the namespace. */
export type ApplicationNamespacesConfig = Readonly<Record<string, ApplicationNamespaceConfig>>;

/** Differences of one namespace from its defaults. */
export interface ApplicationNamespaceSettings {
  readonly quota?: Partial<NamespaceQuotaConfig>;
  readonly containers?: Partial<ContainerLimitsConfig>;
  readonly internetPorts?: readonly number[];
  readonly domains?: readonly string[];
  readonly databases?: Readonly<Record<string, readonly number[]>>;
  readonly callers?: Readonly<Record<string, readonly number[]>>;
}

/** Differences from the organisation's namespaces and from the defaults, by the name of the namespace. */
export type ApplicationNamespacesSettings = Readonly<Record<string, ApplicationNamespaceSettings>>;

const CONTAINERS: ContainerLimitsConfig = {
  requestMillicpus: 100,
  requestMemoryMib: 256,
  limitMemoryMib: 1_024,
  maximumMemoryMib: 32_768,
};

/** Room for an application or two. */
const SMALL: NamespaceQuotaConfig = { cpus: 64, memoryGib: 256, pods: 200, storageGib: 200 };

/**
 * Bounds of the workflows that deliver applications: a step or two for each of a hundred deployments at once, none of
 * which needs a disk or much memory.
 */
export const DELIVERY_LIMITS: Pick<ApplicationNamespaceConfig, "quota" | "containers"> = {
  quota: { cpus: 32, memoryGib: 64, pods: 200, storageGib: 0 },
  containers: { ...CONTAINERS, limitMemoryMib: 512, maximumMemoryMib: 4_096 },
};

/** HTTPS, and HTTP for whatever checks other people's links. */
const WEB = [80, 443];

/**
 * Settings over the organisation's namespaces. Those that name another namespace stay: a rule refuses them by name.
 */
export const applicationNamespacesWithDefaults = (
  settings: ApplicationNamespacesSettings = {},
  { namespaces }: Pick<OrganisationNamespaces, "namespaces">,
): ApplicationNamespacesConfig =>
  Object.fromEntries(
    Object.keys({ ...namespaces, ...settings }).map((name) => [
      name,
      namespaceWithDefaults(ownValue(namespaces, name) ?? {}, ownValue(settings, name)),
    ]),
  );

const namespaceWithDefaults = (
  {
    quota = SMALL,
    databases = {},
    callers = {},
    callsKubernetesApi = {},
  }: OrganisationNamespaces["namespaces"][string],
  settings: ApplicationNamespaceSettings = {},
): ApplicationNamespaceConfig => ({
  quota: mergeSettings(quota, settings.quota),
  containers: mergeSettings(CONTAINERS, settings.containers),
  internetPorts: settings.internetPorts ?? WEB,
  ...(settings.domains !== undefined && { domains: settings.domains }),
  databases: settings.databases ?? databases,
  callers: settings.callers ?? callers,
  callsKubernetesApi,
});
