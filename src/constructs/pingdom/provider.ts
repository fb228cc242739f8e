import type { RegistryProvider } from "../registry-provider";

/**
 * Pingdom's provider. It signs in with `PINGDOM_API_TOKEN`.
 *
 * @see https://registry.terraform.io/providers/DrFaust92/pingdom/latest/docs
 */
export const PINGDOM: RegistryProvider = { name: "pingdom", source: "DrFaust92/pingdom", version: "1.5.0" };
