import { DataTfeTeam } from "@cdktf/provider-tfe/lib/data-tfe-team";
import { Construct } from "constructs";

export interface TeamProps {
  readonly name: string;
}

/**
 * A team that the organisation has already; who is in it is single sign-on's business.
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

/** `Example Non-Production (r/o)` → `example-non-production-r-o`: a team's name in an address. */
export const teamSlug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
