import { Token } from "cdktf";
import { expect, it } from "vitest";
import { platform as harbour } from "../../../examples/harbour-trust";
import { parseProduct } from "../../../src/settings/products/product-file";
import type { KindConfig } from "../../../src/settings/products/products";
import { problemsOfProducts } from "../../support/products";

const { berths } = harbour.products!.teams;

const problemsOfKinds = (...kinds: readonly KindConfig[]) =>
  problemsOfProducts(harbour, { teams: { berths: { ...berths, kinds } } });

it("takes a kind of object that neither bounds a namespace nor gives rights", () => {
  expect(problemsOfKinds({ group: "argoproj.io", kind: "CronWorkflow" })).toEqual([]);
});

it.each([
  [
    "an API group with its version",
    { group: "argoproj.io/v1alpha1", kind: "CronWorkflow" },
    'products.teams.berths.kinds[0].group: expected an API group, got "argoproj.io/v1alpha1"; write what its "apiVersion" has before the slash',
  ],
  [
    "every kind",
    { group: "batch", kind: "*" },
    'products.teams.berths.kinds[0].kind: expected a kind of object, got "*"; write it as in its "kind"',
  ],
  [
    "a kind of the platform",
    { group: "rbac.authorization.k8s.io", kind: "RoleBinding" },
    'products.teams.berths.kinds[0].kind: expected a kind that neither bounds a namespace, gives rights, nor reaches beyond it, got "RoleBinding"; the platform makes these: leave it out',
  ],
])("refuses %s", (_, kind, problem) => {
  expect(problemsOfKinds(kind)).toEqual([problem]);
});

/** Team with an application and without a namespace of its own. */
const withTeam = (team: string) =>
  problemsOfProducts(harbour, {
    signIn: undefined,
    teams: { [team]: { group: "berths-developers" } },
    files: [
      parseProduct(
        `tenants/${team}/tides.yaml`,
        team,
        `product: tides\nowner: { team: ${team}, channel: "#tides" }\nnamespaces: { berths: {} }\n`,
      ),
    ],
  });

it.each(["platform", "default", "addon-dex"])(
  "refuses team %s, whose name is that of an Argo CD project of the platform",
  (team) => {
    expect(withTeam(team)).toEqual([
      `products.teams.${team}: expected a name that an Argo CD project can have, and that is no other's: a DNS label of 40 characters at most, got "${team}"; choose another`,
    ]);
  },
);

it("takes a team with applications alone, without an address and a repository of its product", () => {
  expect(withTeam("tides")).toEqual([]);
});

it("refuses a value that only Terraform knows", () => {
  expect(problemsOfProducts(harbour, { teams: { berths: { group: Token.asString({ Ref: "x" }) } } })).toEqual(
    [
      "products.teams.berths.group: expected plain data, got a Terraform value; write the value itself: configuration is read before Terraform runs",
    ],
  );
});

it("takes one group of two teams, neither of which has access to a namespace of a product", () => {
  const team = { group: "berths-developers" };
  expect(
    problemsOfProducts(harbour, { signIn: undefined, teams: { pilots: team, tides: team }, files: [] }),
  ).toEqual([]);
});
