import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { parseProduct, readProducts } from "../../../src/settings/products/product-file";

const GOOD = `product: maps
owner: { team: maps, email: maps@example.org, channel: "#maps", source: example/maps }
environments:
  dev:
    cluster: dev
    access: []
`;

const problemsOf = (text: string) => parseProduct("tenants/maps/maps.yaml", "maps", text).problems;

const goodWith = (lines: string) => `${GOOD}${lines}\n`;

const BAD: readonly (readonly [name: string, text: string, message: string])[] = [
  [
    "an alias",
    goodWith("    limits: &room { pods: 5 }\n  live:\n    cluster: live\n    access: []\n    limits: *room"),
    'tenants/maps/maps.yaml:11: expected a value, got the alias "*room"; write the value out',
  ],
  [
    "a key twice",
    goodWith("    cluster: live"),
    "tenants/maps/maps.yaml:7: expected key cluster once, got it on line 5 too; put both in one place",
  ],
  [
    "a host of an application with its zone",
    goodWith("applications:\n  tiles:\n    namespace: apps\n    hosts: [tiles.example.org]"),
    "tenants/maps/maps.yaml:10: applications.tiles.hosts[0]: expected one DNS label under the cluster's zone, without the zone, got \"tiles.example.org\"; write one DNS label under the cluster's zone, without the zone",
  ],
  [
    "a wildcard for a host of an application",
    goodWith("applications:\n  tiles: { namespace: apps, hosts: ['*'] }"),
    "tenants/maps/maps.yaml:8: applications.tiles.hosts[0]: expected one DNS label under the cluster's zone, without the zone, got \"*\"; write one DNS label under the cluster's zone, without the zone",
  ],
  [
    "an application without an image",
    goodWith("applications:\n  tiles: { namespace: apps, images: [] }"),
    "tenants/maps/maps.yaml:8: applications.tiles.images: expected at least one image, got an empty list; write at least one image",
  ],
  [
    "an application from a pattern of repositories",
    goodWith("applications:\n  tiles: { namespace: apps, repository: example/* }"),
    'tenants/maps/maps.yaml:8: applications.tiles.repository: expected a repository with its organisation, such as example/website, got "example/*"; write a repository with its organisation, such as example/website',
  ],
  [
    "an application that runs nowhere",
    goodWith("applications:\n  tiles: { sentry: true }"),
    "tenants/maps/maps.yaml:8: applications.tiles.namespace: expected a string, got nothing; add it",
  ],
  [
    "a letter that looks like another",
    GOOD.replace("product: maps", "product: m\u0430ps"),
    'tenants/maps/maps.yaml:1: product: expected letters of one alphabet in a word, got "m\u0430ps" with \u0430 (U+0430); type the word again',
  ],
  [
    "a date that no calendar has the form of",
    goodWith("    hold: { reason: A move of its data, until: tomorrow }"),
    'tenants/maps/maps.yaml:7: environments.dev.hold.until: expected a date such as 2027-03-31, got "tomorrow"; write a date such as 2027-03-31',
  ],
  [
    "a day of another century",
    goodWith("    hold: { reason: A move of its data, until: 2127-03-31 }"),
    'tenants/maps/maps.yaml:7: environments.dev.hold.until: expected a date such as 2027-03-31, got "2127-03-31"; write a date such as 2027-03-31',
  ],
  [
    "a hold without a date",
    goodWith("    hold: { reason: A move of its data }"),
    "tenants/maps/maps.yaml:7: environments.dev.hold.until: expected a date such as 2027-03-31, got nothing; add it",
  ],
  [
    "labels of its own",
    goodWith("    labels: { component: ingress-controllers }"),
    'tenants/maps/maps.yaml:7: environments.dev.labels: expected one of cluster, namespace, sandbox, hold, protection, leaving, access, limits, network, ingress, podSecurity, deploy, serviceAccounts, resources, selfService, imports, got "labels"; remove it',
  ],
  [
    "a fact of the cluster",
    goodWith("    production: true"),
    'tenants/maps/maps.yaml:7: environments.dev.production: expected one of cluster, namespace, sandbox, hold, protection, leaving, access, limits, network, ingress, podSecurity, deploy, serviceAccounts, resources, selfService, imports, got "production"; did you mean protection?',
  ],
  [
    "an environment of GitHub that stands for all",
    goodWith('    deploy: { mode: push, repository: example/maps, gitHubEnvironment: "*" }'),
    'tenants/maps/maps.yaml:7: environments.dev.deploy.gitHubEnvironment: expected a name of letters, digits, dots and hyphens, got "*"; write a name of letters, digits, dots and hyphens',
  ],
  [
    "a mode of deployment that there is not",
    goodWith("    deploy:\n      repository: example/maps\n      mode: pull"),
    'tenants/maps/maps.yaml:9: environments.dev.deploy.mode: expected "push" or "gitops", got "pull"; write one of them',
  ],
  [
    "a deployment without a mode",
    goodWith("    deploy: { repository: example/maps }"),
    'tenants/maps/maps.yaml:7: environments.dev.deploy.mode: expected "push" or "gitops", got nothing; add it',
  ],
  [
    "an environment of GitHub that Argo CD does not read",
    goodWith("    deploy:\n      mode: gitops\n      repository: example/maps\n      gitHubEnvironment: dev"),
    'tenants/maps/maps.yaml:10: environments.dev.deploy.gitHubEnvironment: expected one of mode, repository, branches, reviewers, path, got "gitHubEnvironment"; remove it',
  ],
  [
    "a folder that workflows do not read",
    goodWith("    deploy: { mode: push, repository: example/maps, gitHubEnvironment: dev, path: deploy }"),
    'tenants/maps/maps.yaml:7: environments.dev.deploy.path: expected one of mode, repository, branches, reviewers, gitHubEnvironment, got "path"; remove it',
  ],
  [
    "a day that no calendar has",
    goodWith("    hold: { reason: A move of its data, until: 2027-02-31 }"),
    'tenants/maps/maps.yaml:7: environments.dev.hold.until: expected a date such as 2027-03-31, got "2027-02-31"; write a date such as 2027-03-31',
  ],
  [
    "a port that is none",
    goodWith("    network: { internetPorts: [70000] }"),
    "tenants/maps/maps.yaml:7: environments.dev.network.internetPorts[0]: expected a whole number from 1 to 65535, got 70000; write a whole number from 1 to 65535",
  ],
  [
    "a letter that looks like another and is written by its number",
    GOOD.replace("product: maps", 'product: "m\\u0430ps"'),
    'tenants/maps/maps.yaml:1: product: expected letters of one alphabet in a word, got "m\u0430ps" with \u0430 (U+0430); type the word again',
  ],
  [
    "an expression of Terraform in a sentence",
    goodWith("    hold: { reason: 'until ${path.cwd} is there', until: 2027-02-28 }"),
    'tenants/maps/maps.yaml:7: environments.dev.hold.reason: expected text without a $ or % before a brace, which Terraform would evaluate, got "until ${path.cwd} is there"; leave them out',
  ],
  [
    "an expression of Terraform whose first sign is written by its number",
    goodWith('    hold: { reason: "until \\x24{path.cwd} is there", until: 2027-02-28 }'),
    'tenants/maps/maps.yaml:7: environments.dev.hold.reason: expected text without a $ or % before a brace, which Terraform would evaluate, got "until ${path.cwd} is there"; leave them out',
  ],
  [
    "no product",
    "- maps\n",
    "tenants/maps/maps.yaml:1: expected a product, got a list; write product, owner and environments",
  ],
];

describe("the file of a product", () => {
  it("is read as it stands", () => {
    const { product, problems } = parseProduct("tenants/maps/maps.yaml", "maps", GOOD);

    expect(problems).toEqual([]);
    expect(product?.environments.dev).toEqual({ cluster: "dev", access: [] });
  });

  it.each(BAD)("may not have %s", (_, text, message) => {
    expect(problemsOf(text)).toEqual([message]);
  });

  it("shows no secret that it spells out", () => {
    const key = ["AKIA", "QYLPMN5HFIQR7BBB"].join("");
    const problems = problemsOf(GOOD.replace("email: maps@example.org", `email: ${key}`));

    expect(problems.join()).toContain("tenants/maps/maps.yaml:2: T27 owner.email: expected no secret");
    expect(problems.join()).not.toContain(key);
  });
});

describe("the folder of products", () => {
  const read = (files: Readonly<Record<string, string>>) => {
    const folder = mkdtempSync(join(tmpdir(), "products-"));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const base = `${relative("", folder)}/`;
    return readProducts(folder).map(({ path, team, problems }) => ({
      path: path.replace(base, ""),
      team,
      problems: problems.map((problem) => problem.replace(base, "")),
    }));
  };

  it("has a folder for each team, whose files alone are read", () => {
    expect(read({ "maps/maps.yaml": GOOD, "maps/README.md": "", "README.md": "" })).toEqual([
      { path: "maps/maps.yaml", team: "maps", problems: [] },
    ]);
  });

  it("may have no file that ends in .yml, beside one in .yaml or alone", () => {
    expect(read({ "maps/maps.yaml": GOOD, "maps/maps.yml": GOOD })[1]?.problems).toEqual([
      "maps/maps.yml: T33 expected a file that ends in .yaml, got another ending; rename it, or remove it if there are two",
    ]);
  });

  it.each([
    [
      "a file beside the folders of teams",
      "maps.yaml",
      "maps.yaml: T33 expected files in the folder of a team, got one beside the folders; move it to its team's folder",
    ],
    [
      "a file below a team's folder",
      "maps/live/maps.yaml",
      "maps/live: T33 expected a file for each product, got a folder; move its files to the folder of their team",
    ],
    [
      "a folder that is named like a file",
      "maps/maps.yaml/README.md",
      "maps/maps.yaml: T33 expected a file for each product, got a folder; move its files to the folder of their team",
    ],
    [
      "a copy with another ending",
      "maps/maps.yaml.json",
      "maps/maps.yaml.json: T33 expected a file that ends in .yaml, got another ending; rename it, or remove it if there are two",
    ],
  ])("may have no %s, which synth would not see", (_, path, message) => {
    expect(read({ [path]: GOOD }).flatMap(({ problems }) => problems)).toEqual([message]);
  });

  it("may have no link, by which one file would be two products'", () => {
    const folder = mkdtempSync(join(tmpdir(), "products-"));
    mkdirSync(join(folder, "maps"));
    writeFileSync(join(folder, "elsewhere"), GOOD);
    symlinkSync(join(folder, "elsewhere"), join(folder, "maps", "maps.yaml"));
    symlinkSync(join(folder, "maps"), join(folder, "tides"));

    expect(readProducts(folder).flatMap(({ problems }) => problems)).toEqual([
      expect.stringMatching(
        /maps\/maps\.yaml: T33 expected a file, got a link or a device; copy the file here$/,
      ),
      expect.stringMatching(/tides: T33 expected a folder for each team, got a link; move the folder here$/),
    ]);
  });

  it("may have no file of ten megabytes", () => {
    expect(read({ "maps/maps.yaml": "#".repeat(10_000_000) })[0]?.problems).toEqual([
      "maps/maps.yaml: expected at most 100,000 bytes, got 10,000,000; write one product per file",
    ]);
  });

  it("exists", () => {
    expect(readProducts("no/such/folder")).toMatchObject([
      {
        path: "no/such/folder",
        product: undefined,
        problems: [
          "no/such/folder: expected a folder with a folder for each team, got nothing; correct the path, or make the folder",
        ],
      },
    ]);
    expect(readProducts("package.json")[0]?.problems).toEqual([
      "package.json: expected a folder with a folder for each team, got a file; correct the path, or make the folder",
    ]);
  });
});
