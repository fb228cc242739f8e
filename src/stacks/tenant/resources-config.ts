import type { Manifest } from "../../constructs/manifests";
import { rdsAuthorities } from "../../settings/databases/rds-authorities";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import type { MadeResource } from "../../tenants/resources/make-resources";

/** Name of the ConfigMap with the certificates of the authorities of databases. */
const AUTHORITIES_CONFIG = "platform-database-authorities";

/** Label of service accounts whose pods connect to databases. */
export const connectsLabel = ({ organisation }: ClusterEnvironment): Readonly<Record<string, string>> => ({
  [`${organisation.publicDomain}/connects-to-databases`]: "true",
});

/** Certificates by which pods know the namespace's databases. */
export const authoritiesOf = (
  { region }: ClusterEnvironment,
  namespace: string,
  made: readonly MadeResource[],
): Manifest[] =>
  made.every(({ offer }) => offer.user === undefined)
    ? []
    : [
        {
          apiVersion: "v1",
          kind: "ConfigMap",
          metadata: { name: AUTHORITIES_CONFIG, namespace },
          data: { "rds.pem": rdsAuthorities(region).join("") },
        },
      ];
