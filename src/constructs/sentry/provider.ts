import type { RegistryProvider } from "../registry-provider";

/**
 * Sentry's provider. It signs in with `SENTRY_AUTH_TOKEN`.
 *
 * @see https://registry.terraform.io/providers/jianyuan/sentry/latest/docs
 */
export const SENTRY: RegistryProvider = { name: "sentry", source: "jianyuan/sentry", version: "0.15.4" };
