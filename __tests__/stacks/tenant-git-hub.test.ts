import { describe, expect, it } from "vitest";
import { platform as river } from "../../examples/river-authority";
import { definePlatform } from "../../src/settings/define-platform";
import { riverPlatform } from "../support/river-authority";
import { synthesisePlatform } from "../support/synthesise";
import type { Terraform } from "../support/terraform";

interface StackJson {
  readonly provider: Readonly<Record<string, unknown>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly resource: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

const jsonOf = (stack: Terraform) => stack.json as unknown as StackJson;
const live = jsonOf(riverPlatform["tenant-live-river-maps-live"]!);
const dev = jsonOf(riverPlatform["tenant-dev-flood-warnings-dev"]!);

const ENVIRONMENT = "github-environment_environment";
const environmentOf = ({ resource }: StackJson) => resource.github_repository_environment![ENVIRONMENT];

describe("an environment on GitHub", () => {
  it("lets no branch deploy but those of the file, and no deployment pass its reviewers", () => {
    expect(environmentOf(live)).toMatchObject({
      repository: "river-maps",
      environment: "live",
      can_admins_bypass: false,
      prevent_self_review: true,
      deployment_branch_policy: [{ protected_branches: false, custom_branch_policies: true }],
      reviewers: [
        {
          teams: ["maps", "warnings"].map(
            (team) => `\${data.github_team.github-environment_reviewer-${team}.id}`,
          ),
        },
      ],
    });
    expect(Object.values(live.resource.github_repository_environment_deployment_policy!)).toMatchObject([
      { repository: "river-maps", branch_pattern: "main" },
    ]);
    expect(Object.values(live.data!.github_team!)).toMatchObject([{ slug: "maps" }, { slug: "warnings" }]);
  });

  it("is made for a pipeline without reviewers too, since AWS trusts its name", () => {
    expect(environmentOf(dev)).toMatchObject({ repository: "flood-warnings", environment: "dev" });
    expect(environmentOf(dev)).not.toHaveProperty("reviewers");
    expect(dev.resource).not.toHaveProperty("github_repository_environment_deployment_policy");
  });

  it("is one that AWS trusts", () => {
    const trust = [JSON.stringify(live.resource.aws_iam_role!["deployer_role_role"])];

    expect(trust).toEqual([expect.stringContaining("repo:river-authority/river-maps:environment:live")]);
  });

  it("has no key in the configuration", () => {
    expect(live.provider.github).toEqual([{ owner: "river-authority", app_auth: [{}] }]);
  });

  it("is a team's to make where the platform does not say so", () => {
    const { products, ...rest } = river;
    const { gitHubEnvironments, ...others } = products!;
    const stacks = synthesisePlatform(definePlatform({ ...rest, products: others }));

    expect(gitHubEnvironments).toBe(true);
    expect(jsonOf(stacks["tenant-live-river-maps-live"]!).provider).not.toHaveProperty("github");
  });
});
