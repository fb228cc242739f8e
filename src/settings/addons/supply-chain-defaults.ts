import type { AddonsSettings } from "./addons";
import type { KyvernoConfig, SupplyChainServices } from "./supply-chain";
import type { Organisation } from "../organisation/organisation";
import { needs } from "./organisation-defaults";
import { withDefaults } from "./with-defaults";

/** Until every application's workflow signs what it pushes, refusing would keep good images out. */
const REPORTED: KyvernoConfig = { values: {}, enforce: false };

/** Settings over production's. Without a registry there are no signatures to verify. */
export const supplyChainWithDefaults = (
  { kyverno }: AddonsSettings,
  { containerRegistry }: Organisation,
): SupplyChainServices => ({
  kyverno: withDefaults(REPORTED, kyverno ?? needs(containerRegistry !== false)),
});
