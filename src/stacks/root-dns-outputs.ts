import type { TerraformRemoteState, TerraformStack } from "cdktf";
import type { DnsConfig } from "../settings/dns/dns";
import { publish } from "../constructs/outputs";

/** DNS zone of Route 53. */
export interface Zone {
  readonly id: string;
  readonly name: string;
}

/** DNS zones above all others of an environment. */
export interface RootZones {
  readonly internal: Zone;
  readonly external: Zone;
  readonly publishing: Zone | undefined;
}

/** Names of the outputs. Other repositories read them too, so a name is never changed, only added. */
const OUTPUTS = {
  internalId: "internal_root_zone_id",
  internalName: "internal_root_zone_name",
  externalId: "external_root_zone_id",
  externalName: "external_root_zone_name",
  publishingId: "publishing_subdomain_zone_id",
} as const;

/** Publishes the outputs, for the stack that makes the zones. */
export function publishRootZones(stack: TerraformStack, { internal, external, publishing }: RootZones): void {
  publish(stack, {
    [OUTPUTS.internalId]: internal.id,
    [OUTPUTS.internalName]: internal.name,
    [OUTPUTS.externalId]: external.id,
    [OUTPUTS.externalName]: external.name,
    ...(publishing && { [OUTPUTS.publishingId]: publishing.id }),
  });
}

/**
 * Reads the zones, for the stacks that use them. Ids come from state, names from the configuration that made
 * them.
 */
export function readRootZones(state: TerraformRemoteState, dns: DnsConfig): RootZones {
  return {
    internal: { id: state.getString(OUTPUTS.internalId), name: dns.internalZone },
    external: { id: state.getString(OUTPUTS.externalId), name: dns.publicZone },
    publishing:
      dns.publishingDomain === undefined
        ? undefined
        : { id: state.getString(OUTPUTS.publishingId), name: dns.publishingDomain },
  };
}
