import type { App } from "cdktf";
import type { ClusterEnvironment, Environment } from "../settings/environment/environment";
import {
  type ClusterStackName,
  type EnvironmentStackName,
  isClusterStack,
  type StackPlace,
  stacksOf,
} from "../settings/environment/stack-names";
import { registryOf } from "../settings/organisation/container-registry";
import type { Tenants } from "../settings/tenants/tenants";
import { ClusterAccessStack } from "./cluster-access";
import { ClusterInfrastructureStack } from "./cluster-infrastructure";
import { ClusterServicesStack } from "./cluster-services";
import { EcrStack } from "./ecr";
import { ExternalServicesStack } from "./external-services";
import type { PlatformStack } from "./platform-stack";
import { RootDnsStack } from "./root-dns";
import { TerraformStateStack } from "./terraform-state";
import { TfcAwsConfigStack } from "./tfc-aws-config";
import { VpcStack } from "./vpc";

type Make<Scope extends Environment | ClusterEnvironment> = (
  app: App,
  scope: Scope,
  tenants: Tenants,
) => PlatformStack<Scope> | undefined;

/** Stacks of an environment; `undefined` for one that it does without. */
const ENVIRONMENT_STACKS: Readonly<Record<EnvironmentStackName, Make<Environment>>> = {
  "tfc-aws-config": (app, environment) =>
    environment.backend.type === "cloud"
      ? new TfcAwsConfigStack(app, environment, environment.backend)
      : undefined,
  "terraform-state": (app, environment) =>
    environment.backend.type === "s3"
      ? new TerraformStateStack(app, environment, environment.backend)
      : undefined,
  ecr: (app, environment, tenants) => {
    const registry = registryOf(environment.organisation);
    return registry ? new EcrStack(app, environment, { tenants, registry }) : undefined;
  },
  vpc: (app, environment) =>
    "existing" in environment.network.vpc
      ? undefined
      : new VpcStack(app, environment, environment.network.vpc),
  "root-dns": (app, environment) => new RootDnsStack(app, environment),
  "external-services": (app, environment, tenants) => new ExternalServicesStack(app, environment, tenants),
};

/** Stacks of one cluster. */
const CLUSTER_STACKS: Readonly<Record<ClusterStackName, Make<ClusterEnvironment>>> = {
  "cluster-infrastructure": (app, cluster) => new ClusterInfrastructureStack(app, cluster),
  "cluster-access": (app, cluster) => new ClusterAccessStack(app, cluster),
  "cluster-services": (app, cluster, tenants) => new ClusterServicesStack(app, cluster, tenants),
};

/**
 * Adds every stack of an environment and its clusters. Terraform applies each after those that it needs; the
 * stacks that set the environment up stand alone.
 */
export function addStacks(app: App, environment: Environment, tenants: Tenants): void {
  const made = new Map<string, PlatformStack<Environment> | PlatformStack<ClusterEnvironment>>();
  for (const place of stacksOf(environment)) {
    const stack = make(app, environment, place, tenants);
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
  tenants: Tenants,
) {
  if (isClusterStack(name)) {
    return cluster && CLUSTER_STACKS[name](app, cluster, tenants);
  }
  return ENVIRONMENT_STACKS[name](app, environment, tenants);
}
