import type { Manifest } from "../../constructs/manifests";
import { rdsAuthorities } from "../../settings/databases/rds-authorities";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { configKey } from "../../settings/products/resources/own-resources";
import type { MadeResource } from "../../tenants/resources/make-resources";

/** Name of the ConfigMap with everything about a namespace's resources that is no secret. */
const RESOURCES_CONFIG = "platform-resources";

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

/** ConfigMap with the values of all resources of a namespace, where there are some. */
export function configOf(namespace: string, made: readonly MadeResource[]): Manifest[] {
  const data = made.flatMap(({ resource: { kind, name }, offer }) =>
    Object.entries(offer.config).map(([key, value]) => [configKey(kind, name, key), value] as const),
  );
  return data.length === 0
    ? []
    : [
        {
          apiVersion: "v1",
          kind: "ConfigMap",
          metadata: { name: RESOURCES_CONFIG, namespace },
          data: Object.fromEntries(data),
        },
      ];
}
