import { describe, expect, it } from "vitest";
import { dexClients } from "../../../../src/addons/dex/clients";
import {
  application,
  problemsOfTenants,
  problemsWithApplication,
  smallTenants,
} from "../../../support/tenants";

const signedInHosts = dexClients({ zone: "zone", services: "a", delivery: "b", monitoring: "c" }).map(
  ({ redirectUri }) => new URL(redirectUri).hostname.replace(".zone", ""),
);

const another = { ...application, name: "search-admin", images: ["search-admin"], hosts: ["search-admin"] };

const withAnother = (overrides: object) =>
  problemsOfTenants({ ...smallTenants, applications: [application, { ...another, ...overrides }] });

describe("an application", () => {
  it.each<[string, object, string]>([
    [
      "needs a team",
      { team: undefined },
      "tenants applications.search-api.team: expected a string, got nothing; add it",
    ],
    [
      "needs a team that exists",
      { team: "serach" },
      'tenants applications.search-api.team: expected a team, got "serach"; did you mean "search"?',
    ],
    [
      "says where to add a team that nobody knows",
      { team: "hmrc" },
      'tenants applications.search-api.team: expected a team, got "hmrc"; add the team to src/platform/tenants/teams.ts first',
    ],
    [
      "comes from the organisation's repositories",
      { repository: "attacker/search-api" },
      'tenants applications.search-api.repository: expected a repository of alphagov on GitHub, of 52 characters at most, got "attacker/search-api"; write "alphagov/" and its name: nobody else\'s code is deployed',
    ],
    [
      "comes from one repository and not from a pattern",
      { repository: "alphagov/*" },
      'tenants applications.search-api.repository: expected a repository of alphagov on GitHub, of 52 characters at most, got "alphagov/*"; write "alphagov/" and its name: nobody else\'s code is deployed',
    ],
    [
      "runs where its team may deploy",
      { namespace: "licensify" },
      'tenants applications.search-api.namespace: expected apps, got "licensify"; only the Argo CD project of team search says where it may deploy',
    ],
    [
      "has an image",
      { images: [] },
      "tenants applications.search-api.images: expected an image, got an empty list; list what its repository builds",
    ],
    [
      "names images without the registry",
      { images: ["ghcr.io/search-api"] },
      'tenants applications.search-api.images[0]: expected a DNS label of 40 characters at most, got "ghcr.io/search-api"; use lower-case letters, digits and hyphens, a letter first',
    ],
    [
      "leaves the zone out of its hosts",
      { hosts: ["search.eks.production.govuk.digital"] },
      'tenants applications.search-api.hosts[0]: expected one DNS label under the cluster\'s zone, got "search.eks.production.govuk.digital"; leave the zone out',
    ],
    [
      "answers for no wildcard",
      { hosts: ["*"] },
      'tenants applications.search-api.hosts[0]: expected one DNS label under the cluster\'s zone, got "*"; leave the zone out',
    ],
    [
      "leaves the platform its hosts",
      { hosts: ["grafana"] },
      'tenants applications.search-api.hosts[0]: expected a host of its own, got "grafana", which the platform has; choose another',
    ],
  ])("%s", (_, overrides, problem) => {
    expect(problemsWithApplication(overrides)).toEqual([problem]);
  });

  it.each(["dex", ...signedInHosts])("cannot have the platform's host %s", (host) => {
    expect(problemsWithApplication({ hosts: [host] })).toHaveLength(1);
  });

  it("is accepted beside another", () => {
    expect(withAnother({})).toEqual([]);
  });

  it.each<[string, object, string]>([
    [
      "has a host of its own",
      { hosts: ["search-admin", "search"] },
      'tenants applications.search-admin.hosts[1]: expected a host of its own, got "search", which search-api has; give the host to one of the two',
    ],
    [
      "has an image of its own",
      { images: ["search-api"] },
      'tenants applications.search-admin.images[0]: expected an image of its own, got "search-api", which search-api has; build an image in one repository only',
    ],
    [
      "has no image of a base image's name",
      { images: ["toolbox"] },
      'tenants applications.search-admin.images[0]: expected an image of its own, got "toolbox", which alphagov/govuk-toolbox-image has; build an image in one repository only',
    ],
    [
      "has a name of its own",
      { name: "search-api" },
      'tenants applications[1].name: expected a name of its own, got "search-api", which another application has; rename one of the two, or make them one',
    ],
  ])("%s", (_, overrides, problem) => {
    expect(withAnother(overrides)).toEqual([problem]);
  });

  it.each([
    ["alphagov/search_api", "alphagov/search-api"],
    ["alphagov/Search.API", "alphagov/search-api"],
    ["alphagov/govuk_toolbox-image", "alphagov/govuk-toolbox-image"],
  ])("is built from %s, where there is a %s, under no circumstances", (repository, other) => {
    expect(withAnother({ repository })).toEqual([
      'tenants applications.search-admin.repository: expected a repository that differs from others by more than case, ".", ' +
        `"_" and "-", got "${repository}" beside "${other}"; write both alike where they are one, or rename one of them on GitHub`,
    ]);
  });

  it("shares its repository with another", () => {
    expect(withAnother({ repository: application.repository })).toEqual([]);
  });

  it.each(["alphagov/.github", "alphagov/-x", "alphagov/x_", "alphagov/..", "alphagov/search-api.git"])(
    "is not built from %s, of which no role can be made",
    (repository) => {
      expect(problemsWithApplication({ repository })).toHaveLength(1);
    },
  );

  it("is refused for all its problems at once, with its team's", () => {
    expect(
      problemsOfTenants({
        teams: [{ ...smallTenants.teams[0]!, slackChannel: "search" }],
        applications: [{ ...application, team: "hmrc", repository: "search-api", hosts: ["dex"] }],
      }),
    ).toHaveLength(4);
  });
});
