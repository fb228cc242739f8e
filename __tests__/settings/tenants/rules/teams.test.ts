import { PLATFORM_KINDS } from "../../../../src/settings/tenants/argo-kinds";
import { describe, expect, it } from "vitest";
import { problemsOfTenants, problemsWithTeam, smallTenants, team } from "../../../support/tenants";

describe("a team", () => {
  it("is accepted when it is right", () => {
    expect(problemsOfTenants(smallTenants)).toEqual([]);
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
      "writes its channel with a #",
      { slackChannel: "govuk-search" },
      'tenants teams.search.slackChannel: expected a Slack channel, got "govuk-search"; write "#" and the channel in lower case, such as "#search"',
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
      'tenants teams.search.argoProject.kinds[0].kind: expected a kind that neither bounds a namespace nor gives rights, got "NetworkPolicy"; the platform makes these: leave it out',
    ],
    [
      "has no setting that nobody knows",
      { slack: "#govuk-search" },
      'tenants teams.search.slack: expected one of name, gitHubTeam, slackChannel, argoProject, digest, got "slack"; remove it',
    ],
  ])("%s", (_, overrides, problem) => {
    expect(problemsWithTeam(overrides)).toEqual([problem]);
  });

  it.each(PLATFORM_KINDS)(
    "may not have applied $kind of $group, which bounds namespaces or gives rights",
    (kind) => {
      expect(problemsWithTeam({ argoProject: { namespaces: ["apps"], kinds: [kind] } })).toEqual([
        expect.stringContaining("expected a kind that neither bounds a namespace nor gives rights"),
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

  it.each(["default", "platform"])("is not called %s, as a project that is no team's", (name) => {
    expect(problemsOfTenants({ teams: [{ ...team, name }], applications: [] })).toEqual([
      `tenants teams.${name}.name: expected the name of a team, got "${name}"; Argo CD has a project of this name that is no team's; choose another`,
    ]);
  });

  it("has a name of its own", () => {
    expect(problemsOfTenants({ ...smallTenants, teams: [team, team] })).toEqual([
      'tenants teams[1].name: expected a name of its own, got "search", which another team has; rename one of the two, or make them one',
    ]);
  });
});
