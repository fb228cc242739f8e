import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";

const problemsOf = (addons: object) => problemsWith({ addons });
const wrong = (text: string) => `production clusters.govuk.addons.${text}`;

describe("addons.dex.teams", () => {
  it.each(["gov-uk", "alphagov:", ":gov-uk", "alphagov/gov-uk", "alphagov:gov uk", "a:b:c"])(
    "may not contain %o, which lacks an organisation or a team",
    (team) => {
      expect(problemsOf({ dex: { teams: ["alphagov:gov-uk-production-deploy", team] } })).toEqual([
        wrong(
          'dex.teams[1]: expected a team with its GitHub organisation such as "example:platform", ' +
            `got "${team}"; write <organisation>:<team's slug>`,
        ),
      ]);
    },
  );

  it("may not be empty, which would let everybody in", () => {
    expect(problemsOf({ dex: { teams: [] } })).toEqual([
      wrong(
        "dex.teams: expected one team at least, got an empty list; without any, everybody with a GitHub account " +
          "could sign in",
      ),
    ]);
  });
});

describe("addons.dex.readWriteTeam", () => {
  it("may be any of the teams that sign in", () => {
    expect(problemsOf({ dex: { readWriteTeam: "alphagov:gov-uk" } })).toEqual([]);
  });

  it("may not be a team that cannot sign in", () => {
    expect(problemsOf({ dex: { teams: ["alphagov:gov-uk", "alphagov:data"] } })).toEqual([
      wrong(
        'dex.readWriteTeam: expected alphagov:gov-uk or alphagov:data, got "alphagov:gov-uk-production-deploy"; add ' +
          "it to addons.dex.teams, or no team could change anything",
      ),
    ]);
  });

  it("gives way to a password only for a sentence that says why", () => {
    expect(problemsOf({ dex: { signIn: { password: true, reason: "TODO" } } })).toEqual([
      wrong(
        'dex.signIn.reason: expected a sentence, got "TODO"; say why one shared password makes an ' +
          'administrator, or set signIn to "github"',
      ),
    ]);
  });

  it("means nothing where everybody signs in by password", () => {
    expect(
      problemsOf({ dex: { signIn: { password: true, reason: "Made for a test." }, teams: [] } }),
    ).toEqual([]);
  });
});
