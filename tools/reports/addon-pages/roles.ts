import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { Permission } from "../../../src/constructs/iam-policy";
import { SecretReaderRole } from "../../../src/addons/external-secrets/secret-reader";
import { WorkloadRole } from "../../../src/constructs/workload-role";
import type { InstalledAddon } from "./installed-addons";
import { resolved } from "./resolved";

/** A role of an add-on, with references as Terraform writes them. */
export interface RoleFacts {
  readonly name: string;

  /** Sentence about the service account or service that assumes it. */
  readonly description: string;
  readonly permissions: readonly Permission[];

  /** ARNs of policies that AWS or another team maintains. */
  readonly managedPolicies: readonly string[];
}

/** Roles of an add-on's service accounts, and those that these assume. */
export const rolesOf = ({ construct }: InstalledAddon): RoleFacts[] =>
  construct.node
    .findAll()
    .filter((child) => child instanceof WorkloadRole || child instanceof SecretReaderRole)
    .flatMap(rolesIn);

function rolesIn(workload: WorkloadRole | SecretReaderRole): RoleFacts[] {
  const parts = workload.node.children;
  const managedPolicies = parts
    .filter((part) => part instanceof IamRolePolicyAttachment)
    .map(({ policyArnInput = "" }) => policyArnInput);

  return parts
    .filter((part) => part instanceof IamRole)
    .map(({ nameInput: name = "", descriptionInput: description = "" }) =>
      resolved(workload, { name, description, permissions: workload.permissions, managedPolicies }),
    );
}
