import { Construct } from "constructs";
import { RegistryResource } from "../registry-provider";
import { GITHUB } from "./provider";
import { GitHubTeam } from "./team";

export interface GitHubEnvironmentProps {
  /** Repository without its organisation. */
  readonly repository: string;
  readonly name: string;

  /** Branches that may deploy; an empty list stands for all. */
  readonly branches: readonly string[];

  /** Teams, a member of which approves each deployment. An empty list has nothing approved. */
  readonly reviewers: readonly string[];
}

/**
 * Environment of a repository, whose workflows AWS trusts. Where teams approve deployments, neither the person who started
 * one nor an administrator passes them by.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments
 */
export class GitHubEnvironment extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { repository, name, branches, reviewers }: GitHubEnvironmentProps,
  ) {
    super(scope, id);
    const teams = reviewers.map((slug) => new GitHubTeam(this, `reviewer-${slug}`, slug).teamId);

    const environment = new RegistryResource(this, "environment", GITHUB, "github_repository_environment", {
      repository,
      environment: name,
      can_admins_bypass: teams.length === 0,
      prevent_self_review: teams.length > 0,
      reviewers: teams.length > 0 ? [{ teams }] : undefined,
      deployment_branch_policy:
        branches.length > 0 ? [{ protected_branches: false, custom_branch_policies: true }] : undefined,
    });
    for (const branch of branches) {
      new RegistryResource(
        this,
        `branch-${idOf(branch)}`,
        GITHUB,
        "github_repository_environment_deployment_policy",
        { repository, environment: environment.getStringAttribute("environment"), branch_pattern: branch },
      );
    }
  }
}

/** Part of an address from a branch, different for any two: `release/1.0` is `release_2f1_2e0`. */
const idOf = (branch: string): string =>
  branch.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.charCodeAt(0).toString(16)}`);
