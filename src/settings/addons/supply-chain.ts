import type { ServiceConfig } from "./addon";

export interface KyvernoConfig extends ServiceConfig {
  /** Whether a pod whose image is not signed is refused. Where it is not, that is only reported. */
  readonly enforce: boolean;
}

/** What tells our own images from others in the cluster. */
export interface SupplyChainServices {
  readonly kyverno: KyvernoConfig | false;
}
