import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import type { Construct } from "constructs";
import { permissionsDocument } from "../../constructs/iam-policy";
import { boundaryName } from "../../settings/environment/boundary";
import type { ClusterEnvironment, Environment } from "../../settings/environment/environment";
import { STACK_NAMES } from "../../settings/state/stack-names";
import { boundaryPermissions } from "../../terraform-cloud/permissions/boundary";
import type { Territory } from "../../terraform-cloud/permissions/territory";
import { ownershipOf } from "./territory";

/** Adds the policy that bounds every role of an environment's stacks, or of one cluster's. */
export const addBoundary = (
  scope: Construct,
  of: Environment | ClusterEnvironment,
  territory: Territory,
): IamPolicy =>
  new IamPolicy(scope, "boundary", {
    name: boundaryName(of),
    description: `The most that a role may do that ${of.backend.type === "cloud" ? "HCP Terraform" : "Terraform"} makes`,
    policy: permissionsDocument(boundaryPermissions(territory, ownershipOf(of, STACK_NAMES))),
  });
