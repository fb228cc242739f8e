import type { App } from "cdktf";
import type { Environment } from "../settings/environment/environment";
import { SETUP_STACK_NAMES, type StackName, stackNames } from "../settings/environment/stack-names";
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

type MakeStack = (app: App, environment: Environment, tenants: Tenants) => PlatformStack | undefined;

/** How each stack is made; nothing where the environment does without it. */
const STACKS: Readonly<Record<StackName, MakeStack>> = {
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
  "cluster-infrastructure": (app, environment) => new ClusterInfrastructureStack(app, environment),
  "cluster-access": (app, environment) => new ClusterAccessStack(app, environment),
  "cluster-services": (app, environment, tenants) => new ClusterServicesStack(app, environment, tenants),
  "external-services": (app, environment, tenants) => new ExternalServicesStack(app, environment, tenants),
};

const SETUP: readonly StackName[] = SETUP_STACK_NAMES;

/** Adds every stack of an environment. Each is applied after the one before it; those that set it up stand alone. */
export function addStacks(app: App, environment: Environment, tenants: Tenants): void {
  const stacks = stackNames(environment).map((name) => ({
    name,
    stack: STACKS[name](app, environment, tenants),
  }));
  const ordered = stacks.filter(({ name }) => !SETUP.includes(name)).map(({ stack }) => stack);

  ordered.forEach((stack, index) => {
    const previous = ordered[index - 1];
    if (stack && previous) {
      stack.addDependency(previous);
    }
  });
}
