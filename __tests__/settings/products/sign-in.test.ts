import { expect, it } from "vitest";
import { platform as harbour } from "../../../examples/harbour-trust";
import { platform as river } from "../../../examples/river-authority";
import { problemsOfProducts } from "../../support/products";

const ROLES = { maps: "maps", warnings: "warnings" };
const problemsOfRoles = (roles: object) => problemsOfProducts(river, { signIn: { by: "roles", roles } });

it("accepts a role for each team in each environment", () => {
  expect(problemsOfRoles({ dev: ROLES, live: ROLES })).toEqual([]);
});

it("refuses a team with access and without a role, once", () => {
  expect(problemsOfRoles({ dev: ROLES, live: { warnings: "warnings" } })).toEqual([
    "products.signIn.roles.live.maps: expected the name of the team's IAM role, got nothing; write it, or take the team out of access",
  ]);
});

it("refuses an environment and a team that do not exist", () => {
  expect(problemsOfRoles({ dev: ROLES, live: { ...ROLES, constructor: "x" }, prod: {} })).toEqual([
    'products.signIn.roles.live.constructor: expected maps or warnings, got "constructor"; write one of them',
    'products.signIn.roles.prod: expected dev or live, got "prod"; write one of them',
  ]);
});

it("refuses one role for two teams", () => {
  expect(problemsOfRoles({ dev: { maps: "all", warnings: "all" }, live: ROLES })).toEqual([
    "products.signIn.roles.dev.warnings: expected a role of its own, got that of maps; give each team its own role: EKS gives the groups of one entry to all who assume it",
  ]);
});

it("refuses an ARN for a name", () => {
  expect(problemsOfRoles({ dev: { ...ROLES, maps: "arn:aws:iam::1:role/maps" }, live: ROLES })).toEqual([
    expect.stringMatching(
      /^products\.signIn\.roles\.dev\.maps: expected the name of an IAM role, with its path, without an ARN/,
    ),
  ]);
});

const DEX = { by: "dex", openToInternet: { reason: "EKS reads Dex's keys" } };

it("refuses Dex on a cluster without it", () => {
  expect(problemsOfProducts(river, { signIn: DEX })).toContain(
    'products.signIn: expected Dex with a provider on cluster live, got none; set addons.dex, or write by: "roles"',
  );
});

it("refuses a group that Dex does not let in", () => {
  expect(problemsOfProducts(harbour, { signIn: DEX, teams: { berths: { group: "captains" } } })).toEqual([
    'products.teams.berths.group: expected a group that Dex on office lets in: platform-engineers, berths-developers, got "captains"; write one of them, or add it to teams of the organisation\'s signIn',
  ]);
});

it("refuses Dex on a cluster that has a provider of its own", () => {
  const environments = harbour.environments.map((environment) => ({
    ...environment,
    clusters: Object.fromEntries(
      Object.entries(environment.clusters).map(([name, cluster]) => [
        name,
        { ...cluster, identityProvider: { issuer: "https://login.example.org", clientId: "kubernetes" } },
      ]),
    ),
  }));

  expect(problemsOfProducts({ ...harbour, environments }, { signIn: DEX })).toContain(
    'products.signIn: expected by: "roles", since cluster office has an identityProvider of its own, got by: "dex"; change it, or leave identityProvider out there: EKS knows one provider for each cluster',
  );
});

it("refuses to open Dex without a reason", () => {
  expect(problemsOfProducts(harbour, { signIn: { ...DEX, openToInternet: { reason: "yes" } } })).toEqual([
    expect.stringMatching(/^products\.signIn\.openToInternet\.reason: expected a sentence/),
  ]);
});

it("refuses another way", () => {
  expect(problemsOfProducts(river, { signIn: { by: "password" } })).toEqual([
    'products.signIn.by: expected "dex" or "roles", got "password"; write one of them',
  ]);
});
