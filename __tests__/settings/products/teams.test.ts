import { expect, it } from "vitest";
import { platform as river } from "../../../examples/river-authority";
import { problemsOfProducts } from "../../support/products";

const { maps, warnings } = river.products!.teams;
const problemsOfTeams = (teams: object) => problemsOfProducts(river, { teams, gitHubEnvironments: false });
it.each([
  ["elsewhere/maps", "of another organisation"],
  ["river-authority/*", "of everything"],
  ["river-authority/ma*ps", "with a * in it"],
  ["river-authority", "without a name"],
])("refuses repository %j of a team, which is one %s", (repository) => {
  expect(problemsOfTeams({ maps: { ...maps, repositories: [repository] }, warnings })).toEqual([
    `products.teams.maps.repositories[0]: expected a repository of river-authority, or the beginning of several and a * (T29), got "${repository}"; write river-authority/ and its name, such as river-authority/maps or river-authority/maps-*`,
  ]);
});

it.each(["river-authority/Flood-maps", "river-authority/flood-*", "river-authority/f*"])(
  "refuses repositories %j, which another team has",
  (repository) => {
    const problems = problemsOfTeams({ maps: { ...maps, repositories: [repository] }, warnings });

    expect(problems).toEqual([
      `products.teams.warnings.repositories[0]: expected repositories of one team (T29), got "river-authority/flood-*", which meets "${repository}" of maps; give each repository to one team`,
    ]);
  },
);

it("accepts teams with groups and domains of their own", () => {
  expect(problemsOfTeams({ maps, warnings })).toEqual([]);
});

it("refuses a group that Kubernetes has for itself", () => {
  expect(problemsOfTeams({ maps: { group: "system:masters" }, warnings })).toEqual([
    'products.teams.maps.group: expected a group of people (T6), got "system:masters"; Kubernetes has these for itself: name the team\'s',
  ]);
});

it("refuses one group for two teams, however written", () => {
  expect(problemsOfTeams({ maps: { group: "River-Authority:Warnings" }, warnings })).toEqual([
    'products.teams.warnings.group: expected a group that no other team has (T6), got "river-authority:warnings", which maps has; give each team a group: members of one would have the access of the other',
  ]);
});

it.each(["a,b", " maps", "maps\n"])("refuses a group %j that no provider sends", (group) => {
  expect(problemsOfTeams({ maps: { group }, warnings })).toEqual([
    expect.stringContaining("products.teams.maps.group: expected the name or the id of a group"),
  ]);
});

it.each(["", "org", "*.maps.example", "Maps.example", "maps.example."])("refuses a domain %j", (domain) => {
  expect(problemsOfTeams({ maps: { ...maps, domains: [domain] }, warnings })).toEqual([
    `products.teams.maps.domains[0]: expected a domain such as tides.example (T20), got "${domain}"; write it in small letters, without a wildcard`,
  ]);
});

it.each(["river-authority.example", "eks.dev.river-authority.example"])(
  "refuses domain %s, which has the zone of a cluster in it",
  (domain) => {
    expect(problemsOfTeams({ maps: { ...maps, domains: [domain] }, warnings })).toEqual([
      `products.teams.maps.domains[0]: expected a domain without eks.dev.river-authority.example, where each team may have hosts (T20), got "${domain}"; name the team's own domain`,
    ]);
  },
);
