import type { App } from "cdktf";
import { Construct } from "constructs";
import type { CloudBackendConfig } from "../settings/state/backend";
import { type Environment, mainCluster } from "../settings/environment/environment";
import { stackId, stackNames } from "../settings/environment/stack-names";
import { registryOf } from "../settings/organisation/container-registry";
import { workspacesOf } from "../settings/organisation/terraform-cloud";
import type { Tenants } from "../settings/tenants/tenants";
import { AwsIdentityProvider } from "../terraform-cloud/aws-identity-provider";
import { PlatformStack } from "./platform-stack";
import { runGroupsOf } from "./run-groups";
import { addRegistryRoles } from "./tfc-aws-config/registry-roles";
import { refuseLongPolicies } from "./tfc-aws-config/policy-lengths";
import { addBoundedRuns } from "./tfc-aws-config/bounded-runs";
import { signInByDex } from "./tenants-on";
import { territoryOfCluster, territoryOfEnvironment } from "./tfc-aws-config/territory";

/**
 * Sign-in of HCP Terraform's runs to an environment's AWS account. An administrator of the account applies
 * it, never HCP Terraform: its roles must not be able to widen themselves.
 */
export class TfcAwsConfigStack extends PlatformStack {
  constructor(app: App, environment: Environment, cloud: CloudBackendConfig, tenants: Tenants) {
    super(app, "tfc-aws-config", environment);
    const { organization, project, hostname = "app.terraform.io" } = cloud;
    const terraformCloud = new AwsIdentityProvider(this, "terraform-cloud", {
      hostname,
      existing: workspacesOf(environment).sharesAccount,
    });

    for (const { cluster, stacks } of runGroupsOf(environment)) {
      const territory = cluster ? territoryOfCluster(cluster) : territoryOfEnvironment(environment);
      const identityProvider =
        territory.identityProvider || signInByDex(cluster ?? mainCluster(environment), tenants);
      addBoundedRuns(cluster ? new Construct(this, `${cluster.cluster.name}-runs`) : this, {
        of: cluster ?? environment,
        territory: { ...territory, identityProvider },
        identityProvider: terraformCloud,
        runs: { organization, project, workspaces: stacks.map(({ id }) => id) },
      });
    }
    const registry = registryOf(environment.organisation);
    if (registry && stackNames(environment).includes("ecr")) {
      addRegistryRoles(this, environment, {
        registry,
        tenants,
        identityProvider: terraformCloud,
        runs: { organization, project, workspaces: [stackId("ecr", environment)] },
      });
    }
    refuseLongPolicies(this, environment);
  }
}
