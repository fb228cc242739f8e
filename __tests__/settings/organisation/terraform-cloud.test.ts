import { describe, expect, it } from "vitest";
import { terraformCloudOf } from "../../../src/settings/organisation/terraform-cloud";
import { organisation } from "../../support/organisation";
import { problemsWith } from "./problems";

const AT = "organisation.terraformCloud";
const TEAMS = "one of GOV.UK Production, GOV.UK Non-Production (r/o), GOV.UK Senior Tech";
const cloud = terraformCloudOf(organisation);

const problemsOfCloud = (overrides: object) => problemsWith({ terraformCloud: { ...cloud, ...overrides } });

describe("HCP Terraform of an organisation", () => {
  it("is refused with a team that nobody has listed", () => {
    const staging = { ...cloud.environments.staging, teams: { "GOV.UK Prodution": "write" } };

    expect(
      problemsOfCloud({
        configurationTeams: { Everybody: "admin" },
        environments: { ...cloud.environments, staging },
        ephemeral: { teams: { Testers: "write" }, autoApply: false },
      }),
    ).toEqual([
      `${AT}.configurationTeams.Everybody: expected ${TEAMS}, got "Everybody"; add it to teams, or take it out here`,
      `${AT}.environments.staging.teams["GOV.UK Prodution"]: expected ${TEAMS}, got "GOV.UK Prodution"; did you mean "GOV.UK Production"?`,
      `${AT}.ephemeral.teams.Testers: expected ${TEAMS}, got "Testers"; add it to teams, or take it out here`,
    ]);
  });

  it("is refused with the workspaces of an environment that has no account", () => {
    const { production } = cloud.environments;

    expect(problemsOfCloud({ environments: { ...cloud.environments, prodution: production } })).toEqual([
      `${AT}.environments.prodution: expected one of integration, staging, production, got "prodution"; did you mean "production"?`,
    ]);
  });

  it.each(["latest", "~> 1.11", "1.10.5", "2.0.0"])('is refused with Terraform "%s"', (terraformVersion) => {
    expect(problemsOfCloud({ terraformVersion })).toEqual([
      `${AT}.terraformVersion: expected one version from 1.11.0 on, got "${terraformVersion}"; name the version that every workspace shall run`,
    ]);
  });

  it("is refused with somebody to notify who has no address", () => {
    expect(problemsOfCloud({ notify: ["#platform"] })).toEqual([
      `${AT}.notify[0]: expected the e-mail address of a member of the organisation, got "#platform"; write it as they sign in with it`,
    ]);
  });
});
