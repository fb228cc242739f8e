import { describe, expect, it } from "vitest";
import { problemsOfTerraformCloud } from "../../../src/settings/across/terraform-cloud";
import { TERRAFORM_CLOUD, type TerraformCloud } from "../../../src/settings/organisation/terraform-cloud";
import { environment, problemsOf, problemsWith, productionLike } from "../../support/environments";

const FILE = "src/settings/organisation/terraform-cloud.ts";
const { integration, staging, production } = TERRAFORM_CLOUD.environments;

const problemsOfCloud = (overrides: Partial<TerraformCloud>) =>
  problemsOfTerraformCloud([environment()], { ...TERRAFORM_CLOUD, ...overrides });

const staged = {
  ...productionLike,
  name: "staging",
  dns: { publishingDomain: "staging.publishing.service.gov.uk" },
};

describe("HCP Terraform", () => {
  it("is right as it is", () => {
    expect(problemsOfCloud({})).toEqual([]);
  });

  it("is refused without an organisation", () => {
    expect(problemsWith({ backend: { type: "cloud", project: "govuk-infrastructure" } })).toEqual([
      "production backend.organization: expected a string, got nothing; add it",
    ]);
  });

  it("is refused without a project", () => {
    expect(problemsWith({ backend: { type: "cloud", organization: "govuk" } })).toEqual([
      "production backend.project: expected a string, got nothing; add it",
    ]);
  });

  it("is refused where two environments would take the same workspace names", () => {
    const twin = { ...productionLike, dns: { publishingDomain: "other.service.gov.uk" } };

    expect(problemsOf(productionLike, twin)).toEqual([
      'production name: expected a name of its own, since stacks are called <stack>-<name>, got "production" a second time; rename one of the two',
    ]);
  });

  it.each([
    [{ organization: "gds" }, "gds"],
    [{ organization: "govuk", hostname: "tfe.gov.uk" }, "govuk at tfe.gov.uk"],
  ])("is refused where an environment is in another organisation: %o", (other, shown) => {
    const backend = { type: "cloud", project: "govuk-infrastructure", ...other };

    expect(problemsOf(productionLike, { ...staged, backend })).toEqual([
      `staging backend.organization: expected "govuk", which production has, got "${shown}"; tfc-configuration makes the workspaces of one organisation`,
    ]);
  });

  it("lets an environment keep its state elsewhere", () => {
    expect(problemsOf({ ...staged, backend: { type: "local" } }, productionLike)).toEqual([]);
  });

  it("is refused with a team that nobody has listed", () => {
    expect(
      problemsOfCloud({
        configurationTeams: { Everybody: "admin" },
        environments: {
          integration,
          production,
          staging: { ...staging, teams: { "GOV.UK Prodution": "write" } },
        },
      }),
    ).toEqual([
      `${FILE} configurationTeams.Everybody: expected one of GOV.UK Production, GOV.UK Non-Production (r/o), GOV.UK Senior Tech, got "Everybody"; add it to teams, or take it out here`,
      `${FILE} environments.staging.teams["GOV.UK Prodution"]: expected one of GOV.UK Production, GOV.UK Non-Production (r/o), GOV.UK Senior Tech, got "GOV.UK Prodution"; did you mean "GOV.UK Production"?`,
    ]);
  });

  it("is refused with the account of another environment", () => {
    const environments = { integration, staging, production: { ...production, account: staging.account } };

    expect(problemsOfCloud({ environments })).toEqual([
      `${FILE} environments.production.account: expected an account of its own, got "696911096973", which staging has; give each environment another`,
    ]);
  });

  it("is refused with ephemeral environments in the account of a permanent one, or with teams of their own", () => {
    const ephemeral = { account: production.account, teams: { Testers: "write" }, autoApply: false } as const;

    expect(problemsOfCloud({ ephemeral })).toEqual([
      `${FILE} ephemeral.teams.Testers: expected one of GOV.UK Production, GOV.UK Non-Production (r/o), GOV.UK Senior Tech, got "Testers"; add it to teams, or take it out here`,
      `${FILE} ephemeral.account: expected an account of its own, got "172025368201", which production has; give each environment another`,
    ]);
  });

  it("is refused with an account that is none", () => {
    const environments = { integration, staging, production: { ...production, account: "govuk" } };

    expect(problemsOfCloud({ environments })).toEqual([
      `${FILE} environments.production.account: expected the twelve digits of an AWS account, got "govuk"; copy them from AWS`,
    ]);
  });

  it.each(["latest", "~> 1.11", "1.10.5", "2.0.0"])('is refused with Terraform "%s"', (terraformVersion) => {
    expect(problemsOfCloud({ terraformVersion })).toEqual([
      `${FILE} terraformVersion: expected one version from 1.11.0 on, got "${terraformVersion}"; name the version that every workspace shall run`,
    ]);
  });

  it("is refused with somebody to notify who has no address", () => {
    expect(problemsOfCloud({ notify: ["#platform"] })).toEqual([
      `${FILE} notify[0]: expected the e-mail address of a member of the organisation, got "#platform"; write it as they sign in with it`,
    ]);
  });
});
