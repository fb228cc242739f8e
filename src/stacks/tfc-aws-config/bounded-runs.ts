import type { Construct } from "constructs";
import type { ClusterEnvironment, Environment } from "../../settings/environment/environment";
import { workspacesOf } from "../../settings/organisation/terraform-cloud";
import type { AwsIdentityProvider } from "../../terraform-cloud/aws-identity-provider";
import { applyPermissions } from "../../terraform-cloud/permissions/apply";
import { planPermissions } from "../../terraform-cloud/permissions/plan";
import type { Territory } from "../../terraform-cloud/permissions/territory";
import { addRunRoles, type Runs } from "../../terraform-cloud/run-role";
import { addBoundary } from "./boundary";

interface BoundedRunsProps {
  readonly of: Environment | ClusterEnvironment;
  readonly territory: Territory;
  readonly identityProvider: AwsIdentityProvider;
  readonly runs: Omit<Runs, "phase">;
}

/** Roles of the runs of an environment's stacks, or of one cluster's, and the boundary of all that those make. */
export function addBoundedRuns(
  scope: Construct,
  { of, territory, identityProvider, runs }: BoundedRunsProps,
): void {
  const { roles } = workspacesOf(of);

  addBoundary(scope, of, territory);
  addRunRoles(scope, "", {
    names: roles,
    of: "HCP Terraform",
    identityProvider,
    runs,
    permissions: { plan: planPermissions(territory), apply: applyPermissions(territory) },
  });
}
