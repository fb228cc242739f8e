import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import type { App } from "cdktf";
import { permissionsDocument } from "../constructs/iam-policy";
import type { CloudBackendConfig } from "../settings/state/backend";
import type { Environment } from "../settings/environment/environment";
import { stackId, stacksOf } from "../settings/environment/stack-names";
import { STACK_NAMES } from "../settings/state/stack-names";
import { registryOf } from "../settings/organisation/container-registry";
import { workspacesOf } from "../settings/organisation/terraform-cloud";
import type { Tenants } from "../settings/tenants/tenants";
import { AwsIdentityProvider } from "../terraform-cloud/aws-identity-provider";
import { applyPermissions } from "../terraform-cloud/permissions/apply";
import { boundaryPermissions } from "../terraform-cloud/permissions/boundary";
import { planPermissions } from "../terraform-cloud/permissions/plan";
import { RunRole } from "../terraform-cloud/run-role";
import { PlatformStack } from "./platform-stack";
import { addRegistryRoles } from "./tfc-aws-config/registry-roles";
import { refuseLongPolicies } from "./tfc-aws-config/policy-lengths";
import { ownershipOf, territoryOf } from "./tfc-aws-config/territory";

/**
 * Sign-in of HCP Terraform's runs to an environment's AWS account. An administrator of the account applies
 * it, never HCP Terraform: its roles must not be able to widen themselves.
 */
export class TfcAwsConfigStack extends PlatformStack {
  constructor(app: App, environment: Environment, cloud: CloudBackendConfig, tenants: Tenants) {
    super(app, "tfc-aws-config", environment);
    const { organization, project, hostname = "app.terraform.io" } = cloud;
    const territory = territoryOf(environment);
    const { boundary, roles, sharesAccount } = workspacesOf(environment);
    const identityProvider = new AwsIdentityProvider(this, "terraform-cloud", {
      hostname,
      existing: sharesAccount,
    });

    new IamPolicy(this, "boundary", {
      name: boundary,
      description: "The most that a role may do that HCP Terraform makes",
      policy: permissionsDocument(boundaryPermissions(territory, ownershipOf(environment, STACK_NAMES))),
    });

    const places = stacksOf(environment);
    const runs = {
      organization,
      project,
      workspaces: places
        .filter(({ name }) => name !== "tfc-aws-config" && name !== "ecr")
        .map(({ id }) => id),
    };
    new RunRole(this, "plan", {
      name: roles.plan,
      description: "Plans of HCP Terraform",
      identityProvider,
      runs: { ...runs, phase: "plan" },
      permissions: planPermissions(territory),
    });
    new RunRole(this, "apply", {
      name: roles.apply,
      description: "Applies of HCP Terraform",
      identityProvider,
      runs: { ...runs, phase: "apply" },
      permissions: applyPermissions(territory),
    });
    const registry = registryOf(environment.organisation);
    if (registry && places.some(({ name }) => name === "ecr")) {
      addRegistryRoles(this, environment, {
        registry,
        tenants,
        identityProvider,
        runs: { organization, project, workspaces: [stackId("ecr", environment)] },
      });
    }
    refuseLongPolicies(this, environment);
  }
}
