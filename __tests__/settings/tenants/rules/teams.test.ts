import { PLATFORM_GROUPS, PLATFORM_KINDS } from "../../../../src/settings/namespaces/argo-kinds";
import { problemsOfTeams } from "../../../../src/settings/tenants/rules/teams";
import { organisation } from "../../../support/organisation";
import { describe, expect, it } from "vitest";
import { problemsOfTenants, problemsWithTeam, smallTenants, team } from "../../../support/tenants";

describe("a team", () => {
  it("is accepted when it is right", () => {
    expect(problemsOfTenants(smallTenants)).toEqual([]);
  });

  it("may be a group of another provider", () => {
    expect(problemsWithTeam({ gitHubTeam: undefined, signInGroup: "search" })).toEqual([]);
  });

  it("does without Slack", () => {
    expect(problemsWithTeam({ slackChannel: undefined })).toEqual([]);
  });

  it("may have no channel where Sentry knows no workspace of Slack", () => {
    const { externalServices } = organisation;
    const sentry = externalServices.sentry && { ...externalServices.sentry, slackWorkspace: undefined };

    expect(
      problemsOfTeams(smallTenants, {
        ...organisation,
        externalServices: { ...externalServices, sentry },
      }),
    ).toEqual([
      "teams.search.slackChannel: expected no channel, since organisation.externalServices.sentry.slackWorkspace " +
        'is not there, got "#govuk-search"; add the workspace, or remove the channel: Sentry then e-mails the team',
    ]);
  });

  it.each<[string, object, string]>([
    [
      "needs an Argo CD project",
      { argoProject: undefined },
      "tenants teams.search.argoProject: expected an object, got nothing; add it",
    ],
    [
      "needs a namespace to deploy to",
      { argoProject: { namespaces: [] } },
      "tenants teams.search.argoProject.namespaces: expected one of apps, licensify, datagovuk, got an empty list; list where its applications run",
    ],
    [
      "stays out of the platform's namespaces",
      { argoProject: { namespaces: ["apps", "monitoring"] } },
      'tenants teams.search.argoProject.namespaces[1]: expected one of apps, licensify, datagovuk, got "monitoring"; add it to organisation.namespaces first',
    ],
    [
      "is a team of the organisation on GitHub",
      { gitHubTeam: "govuk-search" },
      'tenants teams.search.gitHubTeam: expected a team of alphagov on GitHub, got "govuk-search"; write "alphagov:" and the team as its address has it',
    ],
    [
      "has one group, not two",
      { signInGroup: "search" },
      'tenants teams.search.signInGroup: expected nothing beside gitHubTeam, got "search"; remove it, or gitHubTeam: the members of one group get the team\'s permissions',
    ],
    [
      "has a group",
      { gitHubTeam: undefined },
      "tenants teams.search.gitHubTeam: expected a team of alphagov on GitHub, got nothing; add it; where engineers sign in at another provider, write signInGroup in its place",
    ],
    [
      "has a group that policies can hold",
      { gitHubTeam: undefined, signInGroup: "'search'" },
      "tenants teams.search.signInGroup: expected the name or the id of a group, as the provider sends it, got \"'search'\"; write at most 256 characters without quotes, commas and backslashes, and no space at either end",
    ],
    [
      "writes its channel with a #",
      { slackChannel: "govuk-search" },
      'tenants teams.search.slackChannel: expected a Slack channel, got "govuk-search"; write "#" and the channel in lower case, such as "#search"',
    ],
    [
      "has a channel for its digest",
      { slackChannel: undefined, digest: { schedule: "30 9 * * 1-5" } },
      "tenants teams.search.slackChannel: expected a channel, since the team has a digest, got none; its channel gets the list of pull requests: add slackChannel, or remove digest",
    ],
    [
      "writes kinds as manifests do",
      {
        argoProject: {
          namespaces: ["apps"],
          kinds: [{ group: "argoproj.io/v1alpha1", kind: "CronWorkflow" }],
        },
      },
      'tenants teams.search.argoProject.kinds[0].group: expected an API group, got "argoproj.io/v1alpha1"; write what its "apiVersion" has before the slash',
    ],
    [
      "names one kind, not all",
      { argoProject: { namespaces: ["apps"], kinds: [{ group: "batch", kind: "*" }] } },
      'tenants teams.search.argoProject.kinds[0].kind: expected a kind of object, got "*"; write it as in its "kind"',
    ],
    [
      "does not lift its own bounds",
      {
        argoProject: {
          namespaces: ["apps"],
          kinds: [{ group: "networking.k8s.io", kind: "NetworkPolicy" }],
        },
      },
      'tenants teams.search.argoProject.kinds[0].kind: expected a kind that neither bounds a namespace, gives rights, nor reaches beyond it, got "NetworkPolicy"; the platform makes these: leave it out',
    ],
    [
      "has no setting that nobody knows",
      { slack: "#govuk-search" },
      'tenants teams.search.slack: expected one of name, gitHubTeam, signInGroup, slackChannel, argoProject, digest, got "slack"; remove it',
    ],
  ])("%s", (_, overrides, problem) => {
    expect(problemsWithTeam(overrides)).toEqual([problem]);
  });

  it.each([...PLATFORM_KINDS, ...PLATFORM_GROUPS.map((group) => ({ group, kind: "AnyKind" }))])(
    'may not have applied $kind of "$group", which is the platform\'s',
    (kind) => {
      expect(problemsWithTeam({ argoProject: { namespaces: ["apps"], kinds: [kind] } })).toEqual([
        expect.stringContaining(
          "expected a kind that neither bounds a namespace, gives rights, nor reaches beyond it",
        ),
      ]);
    },
  );

  it("has a name that can be a label, and is found by its place where it has none", () => {
    expect(problemsOfTenants({ teams: [{ ...team, name: "Search!" }], applications: [] })).toEqual([
      'tenants teams[0].name: expected a DNS label of 40 characters at most, got "Search!"; use lower-case letters, digits and hyphens, a letter first',
    ]);
  });

  it("has no name that every object of JavaScript answers to", () => {
    expect(problemsOfTenants({ teams: [{ ...team, name: "constructor" }], applications: [] })).toEqual([
      'tenants teams[0].name: expected a DNS label of 40 characters at most, got "constructor"; choose another: JavaScript keeps this one for itself',
    ]);
  });

  it.each(["default", "platform", "addon-reloader"])(
    "is not called %s, as a project that is no team's",
    (name) => {
      expect(problemsOfTenants({ teams: [{ ...team, name }], applications: [] })).toEqual([
        `tenants teams.${name}.name: expected the name of a team, got "${name}"; Argo CD has a project of this name that is no team's; choose another`,
      ]);
    },
  );

  it("has a name of its own", () => {
    expect(problemsOfTenants({ ...smallTenants, teams: [team, team] })).toEqual([
      'tenants teams[1].name: expected a name of its own, got "search", which another team has; rename one of the two, or make them one',
    ]);
  });
});
