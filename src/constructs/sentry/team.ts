import type { Construct } from "constructs";
import { RegistryResource } from "../registry-provider";
import { SENTRY } from "./provider";

export interface SentryTeamProps {
  /** Slug of the Sentry organisation. */
  readonly organisation: string;

  /** Name of the team, also its slug. */
  readonly name: string;
}

/** A team that looks after projects. */
export class SentryTeam extends RegistryResource {
  /** Slug, known once the team exists. */
  readonly slug: string;

  /** Number by which alerts name the team. */
  readonly internalId: string;

  constructor(scope: Construct, id: string, { organisation, name }: SentryTeamProps) {
    super(scope, id, SENTRY, "sentry_team", { organization: organisation, name, slug: name });
    this.slug = this.getStringAttribute("slug");
    this.internalId = this.getStringAttribute("internal_id");
  }
}
