import type { Environment } from "../../src/settings/environment/environment";
import type { Tenants } from "../../src/settings/tenants/tenants";
import { addStacks } from "../../src/stacks";
import { ClusterAccessStack } from "../../src/stacks/cluster-access";
import { ClusterServicesStack } from "../../src/stacks/cluster-services";
import { addOrganisationStacks } from "../../src/stacks/organisation-stacks";
import { testApp } from "./app";
import { environment, type OneCluster } from "./environments";
import { tenants } from "./organisation";
import { Terraform } from "./terraform";

/** Every stack of environments, by id. Making one costs little until a test looks at it. */
export function stacksOf(...environments: readonly Environment[]): Record<string, Terraform> {
  const app = testApp();
  addStacks(app, environments, tenants);
  addOrganisationStacks(app, environments);
  return Terraform.fromApp(app);
}

/** Those of an environment like production, but for what a test is about. */
export const stacksWith = (overrides: OneCluster): Record<string, Terraform> =>
  stacksOf(environment(overrides));

/** Makes the Terraform of some settings once, however many tests ask for it. */
export function remembered<Settings extends readonly unknown[]>(
  make: (...settings: Settings) => Terraform,
): (...settings: Settings) => Terraform {
  const made = new Map<string, Terraform>();
  return (...settings) => {
    const key = JSON.stringify(settings);
    const terraform = made.get(key) ?? make(...settings);
    made.set(key, terraform);
    return terraform;
  };
}

/** The add-ons of an environment like production, but for what a test is about. */
export const clusterServicesWith = remembered((settings: OneCluster, own?: Tenants) =>
  Terraform.from(new ClusterServicesStack(testApp(), environment(settings), own ?? tenants)),
);

/** Access to a cluster like production's, but for what a test is about, and the network of its pods. */
export const clusterAccessWith = remembered((settings: OneCluster) =>
  Terraform.from(new ClusterAccessStack(testApp(), environment(settings))),
);
