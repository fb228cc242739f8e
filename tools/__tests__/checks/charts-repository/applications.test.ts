import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { argoCdProject } from "../../../../src/addons/argo-cd/projects";
import type { JsonMap } from "../../../terraform-json/json-map";
import type { KubernetesObject } from "../../../checks/charts/objects";
import { normalised } from "../../../checks/charts-repository/application";
import { doubledHosts, doubledObjects, identityOf } from "../../../checks/charts-repository/conflicts";
import { problemsOfProject } from "../../../checks/charts-repository/projects";
import { checkFolder } from "../../../checks/charts-repository/render-applications";
import type { RenderedApplication } from "../../../checks/charts-repository/rendered-application";

const RBAC = "rbac.authorization.k8s.io";
const REPOSITORY = "https://github.com/example/charts";

const object = (apiVersion: string, kind: string, name: string, rest: object = {}, namespace?: string) =>
  ({ apiVersion, kind, metadata: { name, ...(namespace && { namespace }) }, ...rest }) as KubernetesObject;

const application = (changes: object = {}) =>
  object("argoproj.io/v1alpha1", "Application", "shop", {
    spec: {
      project: "shop",
      source: { repoURL: REPOSITORY, path: "charts/application" },
      destination: { namespace: "shop" },
      ...changes,
    },
  });

const PROJECTS = [
  argoCdProject(
    {
      name: "shop",
      description: "Shop",
      repositories: [REPOSITORY],
      namespaces: ["shop"],
      clusterKinds: [{ group: RBAC, kind: "ClusterRole", name: "shop-*" }],
      namespaceKinds: [{ group: "apps", kind: "Deployment" }],
    },
    "platform",
  ) as KubernetesObject,
];

const problemsOf = (objects: readonly KubernetesObject[], changes: object = {}) =>
  problemsOfProject(application(changes), objects, PROJECTS);

describe("an application in its project", () => {
  test("passes with its source, destination and kinds", () => {
    expect(
      problemsOf([
        object("apps/v1", "Deployment", "shop"),
        object(`${RBAC}/v1`, "ClusterRole", "shop-reader"),
      ]),
    ).toEqual([]);
  });

  test("names a project that there is", () => {
    expect(problemsOf([], { project: "bank" })).toEqual([
      'project: expected one of shop, got "bank"; add it to the layout\'s projects',
    ]);
  });

  test("comes from a repository of its project", () => {
    expect(problemsOf([], { source: { repoURL: "https://github.com/example/other", path: "." } })).toEqual([
      "source: expected a repository of project shop, got https://github.com/example/other; add it to its repositories",
    ]);
  });

  test("stays in the namespaces of its project", () => {
    expect(problemsOf([object("apps/v1", "Deployment", "a", {}, "bank")])).toEqual([
      "destination: expected shop, got bank; add it to the namespaces of project shop",
    ]);
  });

  test("has kinds of its project, those outside namespaces by name", () => {
    expect(problemsOf([object("v1", "Secret", "a"), object(`${RBAC}/v1`, "ClusterRole", "other")])).toEqual([
      "kind: expected a kind of project shop, got Secret; add it to its namespaceKinds",
      "kind: expected a kind of project shop, got ClusterRole other; add it to its clusterKinds",
    ]);
  });
});

test("forms of one address for SSH are the same repository", () => {
  const forms = [
    "git@github.com:example/charts.git",
    "ssh://git@github.com/example/Charts",
    "git@github.com/example/charts",
  ];

  expect(new Set(forms.map(normalised)).size).toBe(1);
  expect(normalised("https://github.com/example/charts")).not.toBe(normalised(forms[0]!));
});

const ingress = (host: string) =>
  object("networking.k8s.io/v1", "Ingress", "shop", { spec: { rules: [{ host }] } });

const rendered = (name: string, ...objects: readonly KubernetesObject[]): RenderedApplication => ({
  name,
  application: application(),
  objects,
  problems: [],
  notRendered: [],
});

describe("an object", () => {
  test("is doubled where the platform makes it too, in whatever version", () => {
    const platform = new Set([identityOf(object("apps/v1beta1", "Deployment", "shop"), "shop")]);

    expect(doubledObjects(rendered("shop", object("apps/v1", "Deployment", "shop")), platform)).toEqual([
      'doubled: expected one owner, got Deployment shop of the platform too; set installedBy of its add-on to "argo-cd", or leave it out of the charts',
    ]);
  });

  test.each([
    ["another namespace", object("apps/v1", "Deployment", "shop", {}, "bank")],
    ["another name", object("apps/v1", "Deployment", "till")],
    ["another group", object("example/v1", "Deployment", "shop")],
  ])("is not doubled in %s", (_, other) => {
    const platform = new Set([identityOf(object("apps/v1", "Deployment", "shop"), "shop")]);

    expect(doubledObjects(rendered("shop", other), platform)).toEqual([]);
  });

  test("outside namespaces is doubled whatever namespace its chart has", () => {
    const role = object(`${RBAC}/v1`, "ClusterRole", "reader");

    expect(doubledObjects(rendered("shop", role), new Set([identityOf(role, "bank")]))).toHaveLength(1);
  });
});

test("a host has one owner", () => {
  const hosts = doubledHosts([
    rendered("shop", ingress("shop.example")),
    rendered("till", ingress("till.example")),
    rendered("bank", ingress("shop.example")),
  ]);

  expect([...hosts].filter(([, problems]) => problems.length > 0)).toEqual([
    ["bank", ["host: expected one owner of shop.example, got shop and bank; give one of them another host"]],
  ]);
});

test.each([
  ["assets", 0],
  ["pages", 1],
  [undefined, 1],
] as const)("a host has two owners on one load balancer alone: %s beside assets", (group, problems) => {
  const on = (name: string | undefined) => {
    const made = ingress("shop.example");
    const annotations: JsonMap = name === undefined ? {} : { "alb.ingress.kubernetes.io/group.name": name };
    return { ...made, metadata: { ...made.metadata, annotations } };
  };
  const hosts = doubledHosts([rendered("shop", on("assets")), rendered("bank", on(group))]);

  expect(hosts.get("bank")).toHaveLength(problems);
});

test("a folder is a charts repository if it has the chart that makes all applications", () => {
  const folder = mkdtempSync(join(tmpdir(), "no-charts-"));

  expect(() => checkFolder(folder, "charts/app-config")).toThrow(
    `${folder}: expected a charts repository with charts/app-config/Chart.yaml, got none; clone it, and give its folder`,
  );
  expect(() => checkFolder("examples/charts-repository", "charts/app-config")).not.toThrow();
});
