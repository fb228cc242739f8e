import { registryOf } from "../../../src/settings/organisation/container-registry";
import { boundaryName } from "../../../src/settings/environment/boundary";
import { bucketPrefix, workloadRoleName } from "../../../src/names/cluster-names";
import type { Requests } from "./access/table";
import type { EnvironmentIam } from "./inspect";
import { clusterOf, imageOf } from "./name-in-table";
import type { Role } from "./roles";
import { databaseId, distributionId, keyId, masterId, VPC_ID, zoneId } from "./values";

/** Values in the place of `<cluster>` and its like. */
export type Placeholders = Readonly<Record<string, string>>;

/** Values for one role of one environment. */
export function placeholdersOf({ environment, account }: EnvironmentIam, role: Role): Placeholders {
  const { name, region, network } = environment;
  const owner = clusterOf(role.name, environment);
  const { cluster, dns } = owner;
  const registry = registryOf(environment.organisation);
  return {
    account,
    region,
    environment: name,
    secrets: environment.organisation.secretsPrefix,
    cluster: cluster.name,
    boundary: environment.backend.type === "local" ? "" : boundaryName(owner),
    deploymentTag: environment.organisation.tagNames.deployment,
    environmentTag: environment.organisation.tagNames.environment,
    domain: `${dns.clusterSubdomain}.${dns.publicZone}`,
    vpc: "existing" in network.vpc ? network.vpc.existing.id : VPC_ID,
    zone: zoneId(`${dns.clusterSubdomain}.${dns.publicZone}`),
    image: imageOf(role.name, environment) ?? "",
    ...(registry && {
      registry: registry.accountId,
      "registry region": registry.region,
      images: registry.prefix,
      "base image": registry.baseImages[0]?.name ?? "",
      "signing key": registry.signingKeyAlias,
    }),
  };
}

/** Fills the values into a row. Names of buckets and roles are shortened as the platform shortens them. */
export function filled({ actions, on, when = {} }: Requests, values: Placeholders): Requests {
  const { cluster = "<cluster>", environment = "<environment>" } = values;
  const fill = (text: string) =>
    text
      .replaceAll("<cluster>-<environment>-", `${bucketPrefix(cluster, environment)}-`)
      .replace(/(?<=:role\/(?:[\w-]+\/<cluster>\/)?)([\w-]+)-<cluster>$/, (_, role: string) =>
        workloadRoleName(role, cluster),
      )
      .replace(/<key ([\w-]+)>/g, (_, id: string) => keyId(id))
      .replace(/<database ([\w -]+)>/g, (_, id: string) => databaseId(id))
      .replace(/<distribution ([\w -]+)>/g, (_, id: string) => distributionId(id))
      .replace(/<master ([\w -]+)>/g, (_, id: string) => masterId(id))
      .replace(/<([\w ]+)>/g, (found, key: string) => values[key] ?? found);
  return {
    actions,
    on: fill(on),
    when: Object.fromEntries(
      Object.entries(when).map(([key, value]) => [
        fill(key),
        typeof value === "string" ? fill(value) : value.map(fill),
      ]),
    ),
  };
}
