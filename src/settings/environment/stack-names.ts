import {
  CLUSTER_STACK_NAMES,
  type ClusterStackName,
  isClusterStack,
  SETUP_STACK_NAMES,
  STACK_NAMES,
  type StackName,
} from "../state/stack-names";
import type { ClusterEnvironmentConfig, EnvironmentConfig } from "./environment";
import { hasReplica } from "../organisation/container-registry";
import { bounded } from "../../names/bounded";
import { NAME_LIMITS } from "../../names/limits";

/**
 * Stacks that are applied before another, by name. An environment without a stack passes that stack's own
 * needs on.
 */
const NEEDS: Readonly<Record<StackName, readonly StackName[]>> = {
  "tfc-aws-config": [],
  "terraform-state": [],
  ecr: [],
  vpc: ["ecr"],
  "root-dns": ["vpc"],
  "cluster-infrastructure": ["root-dns"],
  "cluster-access": ["cluster-infrastructure"],
  "cluster-services": ["cluster-access"],
  "external-services": ["cluster-services"],
};

/** Stack of the main cluster that those of the other clusters need. */
export const SHARED: ClusterStackName = "cluster-infrastructure";

/** Parts of an environment's configuration that its stacks' names depend on. */
type Named = Pick<EnvironmentConfig, "name" | "organisation" | "backend" | "network" | "externalServices">;

/** Names of the stacks of an environment, including those of clusters. */
export function stackNames({
  name: environment,
  organisation,
  backend,
  network,
  externalServices: { sentry, uptime },
}: Named): StackName[] {
  const { containerRegistry: registry } = organisation;
  const had: Partial<Record<StackName, boolean>> = {
    "tfc-aws-config": backend.type === "cloud",
    "terraform-state": backend.type === "s3",
    ecr:
      (registry !== false && environment === registry.environment) ||
      hasReplica({ name: environment, organisation }),
    vpc: !("existing" in network.vpc),
    "external-services": sentry || uptime !== false,
  };
  return [...SETUP_STACK_NAMES, ...STACK_NAMES].filter((name) => had[name] ?? true);
}

/** Owner of a stack: an environment, or one of its clusters. */
type Owner = { readonly name: string; readonly cluster?: { readonly name: string; readonly main: boolean } };

/** Name of the stack, of its folder under `cdktf.out/stacks` and of its workspace. */
export function stackId(stack: StackName, { name, cluster }: Owner): string {
  const own = cluster === undefined || cluster.main || !isClusterStack(stack) ? [] : [cluster.name];
  return bounded([stack, name, ...own].join("-"), NAME_LIMITS.stack);
}

/** One stack of an environment. */
export interface StackPlace<Cluster = ClusterEnvironmentConfig> {
  readonly name: StackName;
  readonly id: string;

  /** Cluster that the stack belongs to; `undefined` for a stack of the environment. */
  readonly cluster: Cluster | undefined;

  /** Ids of the stacks that are applied right before it. */
  readonly needs: readonly string[];
}

/** Every stack of an environment and its clusters, each after those that it needs. */
export function stacksOf<Cluster extends Owner>(
  environment: Named & { readonly clusters: readonly Cluster[] },
): StackPlace<Cluster>[] {
  const names = stackNames(environment);
  const before = (name: StackName): StackName[] =>
    NEEDS[name].flatMap((needed) => (names.includes(needed) ? [needed] : before(needed)));
  const idsOf = (name: StackName, cluster: Cluster | undefined): string[] =>
    isClusterStack(name) && cluster === undefined
      ? environment.clusters.map((each) => stackId(name, each))
      : [stackId(name, cluster ?? environment)];
  const place = (name: StackName, cluster: Cluster | undefined): StackPlace<Cluster> => ({
    name,
    id: stackId(name, cluster ?? environment),
    cluster,
    needs: [...before(name).flatMap((needed) => idsOf(needed, cluster)), ...ofMainCluster(name, cluster)],
  });
  // The main cluster's stack makes what an account or a VPC has once: the flow monitor's scope, interface endpoints.
  const main = environment.clusters.find((each) => each.cluster?.main);
  const mainFirst = environment.clusters.toSorted((one, other) => rank(one, main) - rank(other, main));
  const ofMainCluster = (name: StackName, cluster: Cluster | undefined): string[] =>
    name === SHARED && cluster && main && cluster !== main ? [stackId(name, main)] : [];

  const last = names.filter((name) => name === "external-services");
  const first = names.filter((name) => !isClusterStack(name) && name !== "external-services");
  return [
    ...first.map((name) => place(name, undefined)),
    ...mainFirst.flatMap((cluster) => CLUSTER_STACK_NAMES.map((name) => place(name, cluster))),
    ...last.map((name) => place(name, undefined)),
  ];
}

const rank = <Cluster>(cluster: Cluster, main: Cluster | undefined): number => (cluster === main ? 0 : 1);

/**
 * Name of a cluster, and suffix of its stacks: the environment's name, followed by the cluster's unless it is
 * the main one.
 */
export const clusterLabel = ({ name, cluster }: ClusterEnvironmentConfig): string =>
  cluster.main ? name : `${name}-${cluster.name}`;
