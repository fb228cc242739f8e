import type { Construct } from "constructs";
import { RegistryData } from "../registry-provider";
import { GITHUB } from "./provider";

/** A team of the organisation, by the name that its address has. Members and repositories are not read. */
export class GitHubTeam extends RegistryData {
  readonly teamId: number;

  constructor(scope: Construct, id: string, slug: string) {
    super(scope, id, GITHUB, "github_team", { slug, summary_only: true });
    this.teamId = this.getNumberAttribute("id");
  }
}
