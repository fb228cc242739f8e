import type { ServiceConfig } from "./addon";

/** What objects in the cluster must be like. `docs/policies.md` says what each asks for. */
export const POLICY_NAMES = [
  "allowed-images",
  "immutable-config-maps",
  "no-host-access",
  "no-load-balancer-services",
  "required-labels",
  "unique-ingress-hosts",
] as const;

/** An object that a policy lets in though it breaks it, for a time. */
export interface PolicyExceptionConfig {
  readonly policy: (typeof POLICY_NAMES)[number];
  readonly namespace: string;

  /** The object's name; with a `*` at its end, what names begin with. */
  readonly name: string;

  /** Why it cannot be otherwise. */
  readonly reason: string;

  /** The last day on which it holds, such as `2027-03-31`. From the next day on `npm run check` fails. */
  readonly until: string;
}

/** Memory in MiB. */
export interface MemoryConfig {
  readonly requestMib: number;
  readonly limitMib: number;
}

export interface GatekeeperConfig extends ServiceConfig {
  /** Of what judges objects as they come. */
  readonly webhookMemory: MemoryConfig;

  /** Of what judges those that are there. */
  readonly auditMemory: MemoryConfig;

  /** Policies that refuse nothing here and only report. */
  readonly reportOnly: readonly (typeof POLICY_NAMES)[number][];
  readonly exceptions: readonly PolicyExceptionConfig[];
}

/** What keeps objects out that must not be there. */
export interface PolicyServices {
  readonly gatekeeper: GatekeeperConfig | false;
}
