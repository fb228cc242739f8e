import { describe, expect, it } from "vitest";
import { environmentNames } from "../../../src/settings/organisation/environment-names";
import { terraformCloudOf } from "../../../src/settings/organisation/terraform-cloud";
import { organisation } from "../../support/organisation";
import { problemsWith } from "./problems";

/** Names of environments, as messages list them. */
const NAMES = environmentNames(organisation).join(", ");

const AT = "organisation.terraformCloud";
const TEAMS = "one of GOV.UK Production, GOV.UK Non-Production (r/o), GOV.UK Senior Tech";
const cloud = terraformCloudOf(organisation);

const problemsOfCloud = (overrides: object) => problemsWith({ terraformCloud: { ...cloud, ...overrides } });

describe("HCP Terraform of an organisation", () => {
  it("is refused with a team that nobody has listed", () => {
    const staging = { ...cloud.environments.staging, teams: { "GOV.UK Prodution": "write" } };

    expect(
      problemsOfCloud({
        administrators: ["Everybody"],
        configurationReaders: ["GOV.UK Production", "Readers"],
        environments: { ...cloud.environments, staging },
        ephemeral: { ...cloud.ephemeral, teams: { Testers: "write" } },
      }),
    ).toEqual([
      `${AT}.administrators[0]: expected ${TEAMS}, got "Everybody"; add it to teams, or take it out here`,
      `${AT}.configurationReaders[1]: expected ${TEAMS}, got "Readers"; add it to teams, or take it out here`,
      `${AT}.environments.staging.teams["GOV.UK Prodution"]: expected ${TEAMS}, got "GOV.UK Prodution"; did you mean "GOV.UK Production"?`,
      `${AT}.ephemeral.teams.Testers: expected ${TEAMS}, got "Testers"; add it to teams, or take it out here`,
    ]);
  });

  it("is refused with the workspaces of an environment that has no account", () => {
    const { production, ...environments } = cloud.environments;

    expect(problemsOfCloud({ environments: { ...environments, prodution: production } })).toEqual([
      `${AT}.environments.prodution: expected one of ${NAMES}, got "prodution"; did you mean "production"?`,
    ]);
  });

  it("is refused where workflows of two environments, of two phases, or people share a team", () => {
    const { integration, staging } = cloud.environments;
    const shared = integration!.pipelines;
    const expected = "expected a team of its own, in one environment and one phase";
    const fix = "name a team that nothing else has; tfc-configuration makes it";

    expect(
      problemsOfCloud({
        environments: {
          ...cloud.environments,
          staging: { ...staging, pipelines: { plan: "Everything", apply: shared.apply } },
        },
        ephemeral: { ...cloud.ephemeral, pipelines: { plan: "every-thing", apply: "GOV.UK Production" } },
      }),
    ).toEqual([
      `${AT}.environments.staging.pipelines.apply: ${expected}, got "${shared.apply}", which is environments.integration.pipelines.apply; ${fix}`,
      `${AT}.ephemeral.pipelines.plan: ${expected}, got "every-thing", which is environments.staging.pipelines.plan; ${fix}`,
      `${AT}.ephemeral.pipelines.apply: ${expected}, got "GOV.UK Production", which is a team of people; ${fix}`,
    ]);
  });

  it.each(["1.11.4", "1.15.0"])("may run Terraform %s", (terraformVersion) => {
    expect(problemsOfCloud({ terraformVersion })).toEqual([]);
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
