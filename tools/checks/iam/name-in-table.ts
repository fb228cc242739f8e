import {
  type ClusterEnvironment,
  type Environment,
  mainCluster,
} from "../../../src/settings/environment/environment";
import { registry, tenants } from "../../samples/platform";
import { imagesOf } from "../../../src/stacks/ecr/images";

/**
 * Name of a role with placeholders, the same for every environment and every repository on GitHub:
 * `external-dns-<cluster>`.
 */
export const nameInTable = (role: string, environment: Environment): string => {
  const { name } = environment;
  const { cluster } = clusterOf(role, environment);
  return role.endsWith(`_${name}`)
    ? `${role.slice(0, -name.length)}<environment>`
    : role
        .replace(OF_REPOSITORY, "github-<repository>_$2")
        .replace(new RegExp(`^${cluster.name}-`), "<cluster>-")
        .replace(new RegExp(`-${cluster.name}$`), "-<cluster>");
};

/** Cluster of a role; the main one if its name has none. */
export const clusterOf = (role: string, environment: Environment): ClusterEnvironment =>
  environment.clusters.find(
    ({ cluster }) => role.startsWith(`${cluster.name}-`) || role.endsWith(`-${cluster.name}`),
  ) ?? mainCluster(environment);

const OF_REPOSITORY = /^github-(.+)_(push|sign)$/;

/** Image that the workflows of a role's repository build; `undefined` for other roles. */
export function imageOf(role: string): string | undefined {
  const [, repository] = OF_REPOSITORY.exec(role) ?? [];
  return IMAGES.find((image) => image.repository.split("/").at(-1) === repository)?.name;
}

const IMAGES = registry === false ? [] : imagesOf(tenants, registry);
