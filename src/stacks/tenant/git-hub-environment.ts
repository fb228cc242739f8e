import type { TerraformStack } from "cdktf";
import { GitHubEnvironment } from "../../constructs/github/environment";
import { asApp, GITHUB } from "../../constructs/github/provider";
import { RegistryProviderBlock } from "../../constructs/registry-provider";
import type { DeployConfig } from "../../settings/products/access-schema";
import { gitHubSlug } from "../../settings/products/git-hub-slug";
import type { ProductTeamConfig } from "../../settings/products/products";

/** Makes the environment on GitHub in which a tenant's workflows deploy, with the branches and reviewers of its file. */
export function addGitHubEnvironment(
  stack: TerraformStack,
  { repository, gitHubEnvironment, branches = [], reviewers = [] }: Extract<DeployConfig, { mode: "push" }>,
  teams: Readonly<Record<string, ProductTeamConfig>>,
): void {
  const [organisation = "", name = ""] = repository.split("/");
  new RegistryProviderBlock(stack, GITHUB, asApp(organisation));
  new GitHubEnvironment(stack, "github-environment", {
    repository: name,
    name: gitHubEnvironment,
    branches,
    // A rule has checked that each is a team on GitHub.
    reviewers: reviewers.map((team) => gitHubSlug(teams[team]!.group, organisation)!),
  });
}
