import {
  type ClusterEnvironment,
  type Environment,
  mainCluster,
} from "../../../src/settings/environment/environment";
import { tenants } from "../../samples/platform";
import { logDeliveryRoleName, serviceRoleName, workloadRoleName } from "../../../src/names/cluster-names";
import { hasReplica, registryOf } from "../../../src/settings/organisation/container-registry";
import { imagesOf } from "../../../src/stacks/ecr/images";
import { runRolesOf } from "../../../src/settings/organisation/terraform-cloud";
import { ACCESS } from "./access";

/** Name of a role in the table, alike for every environment and repository on GitHub: `external-dns-<cluster>`. */
export const nameInTable = (role: string, environment: Environment): string => {
  const row = rowOf(role, environment);
  return row === SIGNATURES && hasReplica(environment)
    ? "kyverno-admission-controller-<cluster with a replica>"
    : row;
};

const SIGNATURES = "kyverno-admission-controller-<cluster>";

const rowOf = (role: string, environment: Environment): string => {
  const { name } = environment;
  const { cluster } = clusterOf(role, environment);
  return (
    ofRuns(role, environment) ??
    (role.endsWith(`_${name}`)
      ? `${role.slice(0, -name.length)}<environment>`
      : role === cluster.controlPlaneRole
        ? "<cluster>-cluster"
        : (ROLES.find((row) => roleOf(row, cluster.name) === role) ??
          role
            .replace(OF_REPOSITORY, (_, repository: string, kind: string) =>
              kind === "push" && buildsBaseImages(repository, environment)
                ? "github-<repository of base images>_push"
                : `github-<repository>_${kind}`,
            )
            .replace(OF_TENANT, "tenant-<namespace>-deploy")
            .replace(new RegExp(`^${cluster.name}-`), "<cluster>-")
            .replace(new RegExp(`-${cluster.name}$`), "-<cluster>")))
  );
};

/** Row of the runs of a cluster beside the main one. */
function ofRuns(role: string, { clusters }: Environment): string | undefined {
  const phase = clusters
    .filter(({ cluster }) => !cluster.main)
    .flatMap((each) => Object.entries(runRolesOf(each)))
    .find(([, name]) => name === role)?.[0];
  return phase && `terraform-${phase}_<environment>_<cluster>`;
}

/** Cluster of a role: the one with the longest name that the role's begins or ends with, else the main one. */
export const clusterOf = (role: string, environment: Environment): ClusterEnvironment =>
  [...environment.clusters]
    .sort((one, other) => other.cluster.name.length - one.cluster.name.length)
    .find(
      (each) =>
        role.startsWith(`${each.cluster.name}-`) ||
        role.endsWith(`-${each.cluster.name}`) ||
        (!each.cluster.main && Object.values(runRolesOf(each)).includes(role)),
    ) ?? mainCluster(environment);

const ROLES = Object.keys(ACCESS).filter((row) => row.includes("<cluster>"));

/** Name that a row's role has in a cluster, shortened where it would be too long. */
function roleOf(row: string, cluster: string): string {
  const [, delivery] = /^<cluster>-control-plane-logs-(sender|subscriber)$/.exec(row) ?? [];
  if (delivery === "sender" || delivery === "subscriber") {
    return logDeliveryRoleName(cluster, delivery);
  }
  return row.endsWith("-<cluster>")
    ? workloadRoleName(row.slice(0, -"-<cluster>".length), cluster)
    : serviceRoleName(cluster, row.slice("<cluster>-".length));
}

/** Role by which workflows deploy to one namespace. */
const OF_TENANT = /^tenant-.+-deploy$/;

const OF_REPOSITORY = /^github-(.+)_(push|sign)$/;

/** Image that the workflows of a role's repository build; `undefined` for other roles. */
export function imageOf(role: string, { organisation }: Environment): string | undefined {
  const [, repository] = OF_REPOSITORY.exec(role) ?? [];
  const registry = registryOf(organisation);
  return registry === false ? undefined : imagesOf(tenants, registry).find(isOf(repository ?? ""))?.name;
}

const isOf = (repository: string) => (image: { readonly repository: string }) =>
  image.repository.split("/").at(-1) === repository;

/** True if a repository builds images that others are built from. */
function buildsBaseImages(repository: string, { organisation }: Environment): boolean {
  const registry = registryOf(organisation);
  return registry !== false && registry.baseImages.some(isOf(repository));
}
