import { PLATFORM_NAMESPACES } from "../namespaces/namespaces";
import type { DashboardsServices } from "./dashboards";
import type { DeliveryServices } from "./delivery";
import type { LogsServices } from "./logs";
import type { MetricsServices } from "./metrics";
import type { PolicyServices } from "./policy";
import type { ServiceConfig } from "./addon";
import type { SupplyChainServices } from "./supply-chain";

export type { ChartValue, ChartValues, ServiceConfig } from "./addon";

/** Where add-ons are that read secrets of their own. */
export const SECRET_NAMESPACES = [PLATFORM_NAMESPACES.services, PLATFORM_NAMESPACES.monitoring] as const;

/** A secret of AWS Secrets Manager that the cluster keeps a copy of. */
export interface SecretConfig {
  /** Its path, such as `example/dex/github`. */
  readonly path: string;

  /** The Kubernetes Secret that holds the copy. */
  readonly name: string;
  readonly namespace: (typeof SECRET_NAMESPACES)[number];

  /**
   * The keys to copy of a secret that is a JSON object.
   *
   * @default - all of them
   */
  readonly keys?: readonly string[];
}

/** Which of AWS's stores the cluster reads secrets from. */
export interface SecretStoresConfig {
  readonly secretsManager: boolean;
  readonly parameterStore: boolean;
}

export interface ExternalSecretsConfig extends ServiceConfig {
  readonly stores: SecretStoresConfig;
  readonly secrets: readonly SecretConfig[];
}

export interface ExternalDnsConfig extends ServiceConfig {
  /** Domains whose records it keeps: the cluster's zone, or some below it. */
  readonly domains: readonly string[];
}

export interface EbsCsiDriverConfig extends ServiceConfig {
  /** What becomes of a volume once nothing claims it any more. */
  readonly reclaimPolicy: "Retain" | "Delete";
}

/** One administrator of every application signs in, with a password that Terraform makes up, and nobody else. */
export interface PasswordSignIn {
  readonly password: true;

  /** Why nobody is told apart from anybody else. */
  readonly reason: string;
}

export interface DexConfig extends ServiceConfig {
  /** Who signs in: members of teams at GitHub, or whoever knows a password. */
  readonly signIn: "github" | PasswordSignIn;

  /** Whose members may sign in through GitHub, each as `<GitHub organisation>:<team>`. */
  readonly teams: readonly string[];

  /** The one of `teams` whose members may change things in the applications that tell members of teams apart. */
  readonly readWriteTeam: string;
}

/** What the platform runs in the cluster. `false` is an add-on that is switched off. */
export interface AddonsConfig
  extends
    DashboardsServices,
    DeliveryServices,
    LogsServices,
    MetricsServices,
    PolicyServices,
    SupplyChainServices {
  /** Copies of each add-on that supports more than one. */
  readonly replicas: number;

  /** Mirrors that charts and images come from, by upstream host. */
  readonly registries: Readonly<Record<string, string>>;

  readonly prometheusOperatorCrds: ServiceConfig | false;
  readonly externalSecrets: ExternalSecretsConfig | false;
  readonly externalDns: ExternalDnsConfig | false;
  readonly awsLoadBalancerController: ServiceConfig | false;
  readonly clusterAutoscaler: ServiceConfig | false;
  readonly ebsCsiDriver: EbsCsiDriverConfig | false;
  readonly dex: DexConfig | false;
}

/** The add-ons, by the name of their switch. */
export type ServiceName = Exclude<
  keyof AddonsConfig,
  "replicas" | "registries" | "imagePullSecrets" | "renovate" | "seal"
>;

type SettingsOf<T> = T extends ServiceConfig
  ? { readonly [Key in keyof T]?: Key extends "stores" ? Partial<T[Key]> : T[Key] }
  : T;

/** What differs from production's; `false` switches an add-on off. */
export type AddonsSettings = { readonly [Key in keyof AddonsConfig]?: SettingsOf<AddonsConfig[Key]> };
