import { DATABASE_ADDONS, databaseNames } from "../../settings/databases/database";
import type { ClusterEnvironment, Environment } from "../../settings/environment/environment";
import type { Records } from "../../terraform-cloud/permissions/territory";

/** DNS records that an environment's stacks keep, those of its clusters included. */
export function recordsOf({ clusters, dns }: Environment): Records {
  const clusterZones = clusters.map(clusterZone);
  const publicZones = [dns.publicZone, ...(dns.publishingDomain === undefined ? [] : [dns.publishingDomain])];

  return {
    names: [
      ...new Set([
        ...(dns.parentZone === undefined ? [] : [dns.publicZone]),
        ...clusterZones,
        // Proof for a certificate: its label begins with an underscore, as no host name does.
        ...clusterZones.map(proofIn),
        ...clusters.flatMap((cluster) =>
          cluster.dns.publishingCertificate && cluster.dns.publishingDomain !== undefined
            ? [proofIn(cluster.dns.publishingDomain)]
            : [],
        ),
        ...clusters.flatMap((cluster) => DATABASE_ADDONS.map((addon) => databaseNames(addon, cluster).host)),
      ]),
    ],
    authorised: publicZones,
    zones: [dns.internalZone, ...publicZones, ...clusterZones],
    clusterZones,
  };
}

const clusterZone = ({ dns }: ClusterEnvironment): string => `${dns.clusterSubdomain}.${dns.publicZone}`;

const proofIn = (zone: string): string => `_*.${zone}`;
