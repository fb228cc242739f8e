import type { App } from "cdktf";
import type { Environment } from "../settings/environment/environment";
import { RootZones } from "../infrastructure/root-zones";
import { PlatformStack } from "./platform-stack";
import { publishRootZones } from "./root-dns-outputs";
import { readVpc } from "./vpc-outputs";

/** DNS zones of an environment. */
export class RootDnsStack extends PlatformStack {
  constructor(app: App, environment: Environment) {
    super(app, "root-dns", environment);
    const { dns, network, organisation, forceDestroy, deletionProtection } = environment;

    const zones = new RootZones(this, "zones", {
      vpcId: readVpc(network.vpc, () => this.outputsOf("vpc")).id,
      internal: dns.internalZone,
      external: dns.publicZone,
      publishing: dns.publishingDomain,
      parentZone: dns.parentZone,
      certificateChallenge: dns.certificateChallenge,
      certificateAuthorities: organisation.certificateAuthorities,
      forceDestroy,
      protected: deletionProtection === true,
    });

    publishRootZones(this, {
      internal: { id: zones.internal.zoneId, name: dns.internalZone },
      external: { id: zones.external.zoneId, name: dns.publicZone },
      publishing: zones.publishing && { id: zones.publishing.zoneId, name: zones.publishing.name },
    });
  }
}
