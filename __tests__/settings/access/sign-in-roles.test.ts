import { describe, expect, it } from "vitest";
import { mainClustersOf } from "../../support/environments";
import { signIn } from "../../support/organisation";
import { permanentSettings } from "../../../src/platform/environments";
import { readOnlyTeams } from "../../../src/settings/access/sign-in-roles";

describe("the read-write team", () => {
  it("is everybody where changes land first, and who deploys to production anywhere else", () => {
    const [first, ...others] = mainClustersOf(permanentSettings).map(
      ({ addons: { dex } }) => dex && dex.readWriteTeam,
    );

    expect(first).toBe("alphagov:gov-uk");
    expect(new Set(others)).toEqual(new Set(["alphagov:gov-uk-production-deploy"]));
  });
});

describe("readOnlyTeams", () => {
  it("are all but the read-write team", () => {
    const dex = {
      values: {},
      signIn: "github",
      teams: signIn.teams,
      readWriteTeam: signIn.productionTeam,
    } as const;

    expect(readOnlyTeams(dex)).toEqual([
      "alphagov:gov-uk",
      "alphagov:gov-uk-ithc-and-penetration-testing",
      "alphagov:gov-uk-licensing-support",
      "alphagov:gov-uk-platform-engineering",
      "alphagov:gov-uk-search",
      "alphagov:national-data-library",
    ]);
  });
});
