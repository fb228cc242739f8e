import { DataTfeTeam } from "@cdktf/provider-tfe/lib/data-tfe-team";
import { Construct } from "constructs";

export interface TeamProps {
  readonly name: string;
}

/**
 * An existing team of the organisation. Single sign-on manages its members.
 *
 * @see https://registry.terraform.io/providers/hashicorp/tfe/0.71.0/docs/data-sources/team
 */
export class Team extends Construct {
  readonly id: string;

  constructor(scope: Construct, id: string, { name }: TeamProps) {
    super(scope, id);
    this.id = new DataTfeTeam(this, "team", { name }).id;
  }
}

/**
 * Slug of a team's name for addresses: `Example Non-Production (r/o)` becomes `example-non-production-r-o`.
 */
export const teamSlug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
