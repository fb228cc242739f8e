import { DataTfeOrganizationMembership } from "@cdktf/provider-tfe/lib/data-tfe-organization-membership";
import { Construct } from "constructs";

export interface MemberProps {
  readonly email: string;
}

/**
 * A member of the organisation, who can receive e-mail.
 *
 * @see https://registry.terraform.io/providers/hashicorp/tfe/0.71.0/docs/data-sources/organization_membership
 */
export class Member extends Construct {
  readonly userId: string;

  constructor(scope: Construct, id: string, { email }: MemberProps) {
    super(scope, id);
    this.userId = new DataTfeOrganizationMembership(this, "membership", { email }).userId;
  }
}
