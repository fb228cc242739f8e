import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import type { Construct } from "constructs";
import { permissionsDocument } from "../../constructs/iam-policy";
import type { ClusterEnvironment, Environment } from "../../settings/environment/environment";
import { workspacesOf } from "../../settings/organisation/terraform-cloud";
import { STACK_NAMES } from "../../settings/state/stack-names";
import type { AwsIdentityProvider } from "../../terraform-cloud/aws-identity-provider";
import { applyPermissions } from "../../terraform-cloud/permissions/apply";
import { boundaryPermissions } from "../../terraform-cloud/permissions/boundary";
import { planPermissions } from "../../terraform-cloud/permissions/plan";
import type { Territory } from "../../terraform-cloud/permissions/territory";
import { addRunRoles, type Runs } from "../../terraform-cloud/run-role";
import { ownershipOf } from "./territory";

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
  const { boundary, roles } = workspacesOf(of);

  new IamPolicy(scope, "boundary", {
    name: boundary,
    description: "The most that a role may do that HCP Terraform makes",
    policy: permissionsDocument(boundaryPermissions(territory, ownershipOf(of, STACK_NAMES))),
  });
  addRunRoles(scope, "", {
    names: roles,
    of: "HCP Terraform",
    identityProvider,
    runs,
    permissions: { plan: planPermissions(territory), apply: applyPermissions(territory) },
  });
}
