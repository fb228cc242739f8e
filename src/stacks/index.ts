import type { App } from "cdktf";
import type { ClusterEnvironment, Environment } from "../settings/environment/environment";
import { clusterLabel, type StackPlace, stacksOf } from "../settings/environment/stack-names";
import {
  type ClusterStackName,
  type EnvironmentStackName,
  isClusterStack,
} from "../settings/state/stack-names";
import { clustersOf } from "../settings/environment/hub";
import { registryOf } from "../settings/organisation/container-registry";
import { NO_PRODUCTS, type Tenant } from "../settings/products/products";
import type { Tenants } from "../settings/tenants/tenants";
import { ClusterAccessStack } from "./cluster-access";
import { ClusterInfrastructureStack } from "./cluster-infrastructure";
import { ClusterServicesStack } from "./cluster-services";
import { EcrStack } from "./ecr";
import { EcrReplicaStack } from "./ecr-replica";
import { ExternalServicesStack } from "./external-services";
import type { PlatformStack } from "./platform-stack";
import { RootDnsStack } from "./root-dns";
import { TerraformStateStack } from "./terraform-state";
import { addTenantStacks, tenantsByCluster } from "./tenants";
import { TfcAwsConfigStack } from "./tfc-aws-config";
import { VpcStack } from "./vpc";

/** All that stacks are made from. */
interface Parts {
  readonly environments: readonly Environment[];
  readonly tenants: Tenants;

  /** Namespaces of products, by the name that their cluster's stacks end in. */
  readonly namespaces: ReadonlyMap<string, readonly Tenant[]>;
}

type Make<Scope extends Environment | ClusterEnvironment> = (
  app: App,
  scope: Scope,
  parts: Parts,
) => PlatformStack<Scope> | undefined;

/** Stacks of an environment; `undefined` for one that it does without. */
const ENVIRONMENT_STACKS: Readonly<Record<EnvironmentStackName, Make<Environment>>> = {
  "tfc-aws-config": (app, environment, { tenants }) =>
    environment.backend.type === "cloud"
      ? new TfcAwsConfigStack(app, environment, environment.backend, tenants)
      : undefined,
  "terraform-state": (app, environment, { namespaces, tenants: { products = NO_PRODUCTS } }) =>
    environment.backend.type === "s3"
      ? new TerraformStateStack(app, environment, environment.backend, {
          namespaces,
          teams: products.settings.teams,
        })
      : undefined,
  ecr: (app, environment, parts) => {
    const registry = registryOf(environment.organisation);
    if (registry === false) {
      return undefined;
    }
    return environment.name === registry.environment
      ? new EcrStack(app, environment, { ...parts, registry })
      : new EcrReplicaStack(app, environment, registry);
  },
  vpc: (app, environment) =>
    "existing" in environment.network.vpc
      ? undefined
      : new VpcStack(app, environment, environment.network.vpc),
  "root-dns": (app, environment) => new RootDnsStack(app, environment),
  "external-services": (app, environment, { tenants }) =>
    new ExternalServicesStack(app, environment, tenants),
};

/** Stacks of one cluster. */
const CLUSTER_STACKS: Readonly<Record<ClusterStackName, Make<ClusterEnvironment>>> = {
  "cluster-infrastructure": (app, cluster, { environments }) =>
    new ClusterInfrastructureStack(app, cluster, clustersOf(environments)),
  "cluster-access": (app, cluster, { environments, tenants: { products = NO_PRODUCTS }, namespaces }) =>
    new ClusterAccessStack(
      app,
      cluster,
      { ...products, tenants: namespaces.get(clusterLabel(cluster)) ?? [] },
      clustersOf(environments),
    ),
  "cluster-services": (app, cluster, { environments, tenants }) =>
    new ClusterServicesStack(app, cluster, tenants, clustersOf(environments)),
};

/** Adds every stack of the environments of an organisation. */
export function addStacks(app: App, environments: readonly Environment[], tenants: Tenants): void {
  const namespaces = tenantsByCluster(tenants);
  environments.forEach((environment) =>
    addEnvironment(app, environment, { environments, tenants, namespaces }),
  );
  addTenantStacks(app, environments, tenants);
}

/**
 * Adds every stack of an environment and its clusters. Terraform applies each after those that it needs; the
 * stacks that set the environment up stand alone.
 */
function addEnvironment(app: App, environment: Environment, parts: Parts): void {
  const made = new Map<string, PlatformStack<Environment> | PlatformStack<ClusterEnvironment>>();
  for (const place of stacksOf(environment)) {
    const stack = make(app, environment, place, parts);
    if (stack) {
      made.set(place.id, stack);
      place.needs.flatMap((id) => made.get(id) ?? []).forEach((needed) => stack.addDependency(needed));
    }
  }
}

function make(
  app: App,
  environment: Environment,
  { name, cluster }: StackPlace<ClusterEnvironment>,
  parts: Parts,
) {
  if (isClusterStack(name)) {
    return cluster && CLUSTER_STACKS[name](app, cluster, parts);
  }
  return ENVIRONMENT_STACKS[name](app, environment, parts);
}
