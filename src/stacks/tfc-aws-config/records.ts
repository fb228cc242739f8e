import { DATABASE_ADDONS, databaseNames } from "../../settings/databases/database";
import {
  type ClusterEnvironment,
  type Environment,
  mainCluster,
} from "../../settings/environment/environment";
import { challengeName } from "../../infrastructure/root-zones";
import type { Records } from "../../terraform-cloud/permissions/territory";

/** DNS records that the stacks of an environment and of its main cluster keep. */
export function recordsOfEnvironment(environment: Environment): Records {
  const { dns } = environment;
  const main = recordsOfCluster(mainCluster(environment));
  const publicZones = [dns.publicZone, ...(dns.publishingDomain === undefined ? [] : [dns.publishingDomain])];

  return {
    ...main,
    names: [
      ...(dns.parentZone === undefined ? [] : [dns.publicZone]),
      ...(dns.certificateChallenge === undefined ? [] : [challengeName(dns.publishingDomain!)]),
      ...main.names,
    ],
    authorised: publicZones,
    zones: [dns.internalZone, ...publicZones, ...main.zones],
  };
}

/** DNS records that the stacks of one cluster keep. */
export function recordsOfCluster(environment: ClusterEnvironment): Records {
  const { dns } = environment;
  const zone = `${dns.clusterSubdomain}.${dns.publicZone}`;

  return {
    names: [
      zone,
      // Proof for a certificate: its label begins with an underscore, as no host name does.
      proofIn(zone),
      ...(dns.publishingCertificate && dns.publishingDomain !== undefined
        ? [proofIn(dns.publishingDomain)]
        : []),
      ...DATABASE_ADDONS.map((addon) => databaseNames(addon, environment).host),
    ],
    authorised: [],
    zones: [zone],
    clusterZone: zone,
  };
}

const proofIn = (zone: string): string => `_*.${zone}`;
