import { describe, expect, it } from "vitest";
import { organisation } from "../../support/organisation";
import type { ChartsLayoutConfig } from "../../../src/settings/organisation/charts-layout-schema";
import { problemsWith } from "./problems";

const project = { name: "shop", description: "Shop", namespaces: ["apps"], namespaceKinds: [] };
const layout = { namespace: "apps", projects: [project] };
const [real] = Object.values(organisation.chartsLayouts) as [ChartsLayoutConfig];

const problemsOf = (changes: object) =>
  problemsWith({ chartsLayouts: { ...organisation.chartsLayouts, shop: { ...layout, ...changes } } });

const problemsOfProject = (changes: object) => problemsOf({ projects: [{ ...project, ...changes }] });

const at = (path: string, text: string) => `organisation.chartsLayouts.shop.${path}: ${text}`;

describe("a layout of charts", () => {
  it("needs no reason for kinds that give no rights", () => {
    expect(problemsOf({})).toEqual([]);
  });

  it("puts objects into a namespace that there is", () => {
    expect(problemsOf({ namespace: "nowhere" })).toEqual([
      expect.stringContaining(at("namespace", "expected one of apps, ")),
    ]);
    expect(problemsOfProject({ namespaces: ["nowhere"] })).toEqual([
      expect.stringContaining(at("projects[0].namespaces[0]", "expected one of apps, ")),
    ]);
  });

  it("has makers of Applications who can sign in", () => {
    expect(
      problemsOfProject({ makers: organisation.signIn ? [organisation.signIn.productionTeam] : [] }),
    ).toEqual([]);
    expect(problemsOfProject({ makers: ["alphagov:nobody-here"] })).toEqual([
      expect.stringMatching(
        /projects\[0\]\.makers\[0\]: expected one of .*, got "alphagov:nobody-here"; add it to organisation\.signIn\.teams, /,
      ),
    ]);
  });

  it.each(["platform", "addon-reloader", "Shop!"])("has no project %s", (name) => {
    expect(problemsOfProject({ name })).toEqual([
      at(
        "projects[0].name",
        `expected a DNS label that no other project has, got "${name}"; use lower-case letters, digits and ` +
          "hyphens; platform and addon-… are the platform's own",
      ),
    ]);
  });

  it("lists kinds by their names", () => {
    expect(problemsOfProject({ namespaceKinds: [{ group: "batch", kind: "*" }] })).toEqual([
      at(
        "projects[0]",
        'expected kinds by their names, got "batch/*"; list each kind: a project may have no other',
      ),
    ]);
  });

  it.each([
    ["Roles", { namespaceKinds: [{ group: "rbac.authorization.k8s.io", kind: "Role" }] }],
    ["disks", { clusterKinds: [{ group: "", kind: "PersistentVolume", name: "assets" }] }],
    ["kube-system", { namespaces: ["kube-system"] }],
  ])("says why a project needs %s", (_, changes) => {
    expect(problemsOfProject(changes)).toEqual([
      at(
        "projects[0].reason",
        "expected a sentence, got nothing; say why the charts need kube-system, kinds outside namespaces, or " +
          "kinds that give rights",
      ),
    ]);
    expect(problemsOfProject({ ...changes, reason: "Charts bind exports of EFS by name." })).toEqual([]);
  });

  it("tells the charts a value once", () => {
    expect(problemsOf({ facts: { account: "account" }, values: { account: "1" } })).toEqual([
      at(
        "values.account",
        'expected a value that is no fact, got "account"; leave it out of facts or values',
      ),
    ]);
  });

  it("names what is not made by its kind, and says why", () => {
    const notMade = [{ object: "Pod web", reason: "" }];

    expect(problemsOf({ notMade })).toEqual([
      expect.stringContaining(at("notMade[0].object", "expected ConfigMap, PersistentVolumeClaim, Secret")),
      expect.stringContaining(at("notMade[0].reason", "expected")),
    ]);
  });

  it("says why an application is refused", () => {
    expect(problemsOf({ refused: { renovate: "" } })).toEqual([
      expect.stringContaining(at("refused.renovate", "expected")),
    ]);
    expect(Object.keys(real.refused)).toContain("reloader");
  });
});
