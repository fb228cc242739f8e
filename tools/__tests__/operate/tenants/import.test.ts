import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { importTenant, type ImportAnswers } from "../../../operate/tenants/import/import";
import { ownersOf } from "../../../operate/tenants/owners";

const PREFIX = "platform.example";

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata:
  name: tide-tables-dev
  labels:
    ${PREFIX}/is-production: "false"
    ${PREFIX}/environment-name: "dev"
  annotations:
    ${PREFIX}/owner: "Tides: tides@example.org"
    ${PREFIX}/slack-channel: tides
    ${PREFIX}/source-code: https://github.com/example/tide-tables.git
    ${PREFIX}/review-after: "2027-03-01"
`;

const RBAC = `kind: RoleBinding
metadata: { name: tide-tables-dev-admin, namespace: tide-tables-dev }
subjects:
  - { kind: Group, name: "github:tides", apiGroup: rbac.authorization.k8s.io }
  - { kind: Group, name: "github:maps", apiGroup: rbac.authorization.k8s.io }
roleRef: { kind: ClusterRole, name: admin }
---
kind: Role
metadata: { name: restarter }
`;

const OLD = {
  "00-namespace.yaml": NAMESPACE,
  "01-rbac.yaml": RBAC,
  "02-limitrange.yaml": "kind: LimitRange\nmetadata: { name: limitrange }\n",
  "03-resourcequota.yaml": 'kind: ResourceQuota\nmetadata: { name: quota }\nspec: { hard: { pods: "30" } }\n',
  "04-networkpolicy.yaml": "kind: NetworkPolicy\nmetadata: { name: default }\n",
  APPLY_PIPELINE_SKIP_THIS_NAMESPACE: "",
  "resources/rds.tf": 'module "rds" {\n  source = "x"\n}\nresource "kubernetes_secret" "rds" {\n}\n',
  "resources/serviceaccount.tf": 'module "serviceaccount" {\n}\n',
};

let from: string;
let folder: string;

beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), "import-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  from = join(root, "from");
  folder = join(root, "tenants");
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(from, name)), { recursive: true });
    writeFileSync(join(from, name), text);
  }
}

const run = (answers: ImportAnswers = { cluster: "dev" }) => importTenant(from, folder, answers);
const file = () => parse(readFileSync(join(folder, "tides/tide-tables.yaml"), "utf8"));

describe("import of a folder of a namespace", () => {
  it("takes owner, access, quota and the day of review", () => {
    write(OLD);
    run();

    expect(file()).toEqual({
      product: "tide-tables",
      owner: { team: "tides", email: "tides@example.org", channel: "#tides", source: "example/tide-tables" },
      environments: {
        dev: {
          cluster: "dev",
          sandbox: { reviewOn: "2027-03-01" },
          access: [
            { team: "tides", role: "admin" },
            { team: "maps", role: "admin" },
          ],
          limits: { pods: 30 },
        },
      },
    });
  });

  it("names everything that it did not take, with what to do", () => {
    write(OLD);

    expect(run().split("\n").slice(1)).toEqual([
      "not taken: APPLY_PIPELINE_SKIP_THIS_NAMESPACE: write hold, with a reason and a date",
      "not taken: 01-rbac.yaml: Role restarter: deploy it with the application",
      "not taken: 04-networkpolicy.yaml: NetworkPolicy default: write network, if it opens more than the namespace's own pods and load balancers",
      "not taken: resources/rds.tf: module rds: keep it in Terraform of the team's own",
      "not taken: resources/rds.tf: resource kubernetes_secret.rds: leave it out: each resource brings its Secret and its lines of the ConfigMap",
      "not taken: resources/serviceaccount.tf: module serviceaccount: write deploy, which needs no token",
    ]);
  });

  it("adds a second namespace to the product's file, with a justification where it is live", () => {
    write(OLD);
    run();
    write({
      "00-namespace.yaml": NAMESPACE.replaceAll("-dev", "-prod")
        .replace('"false"', '"true"')
        .replace('"dev"', '"prod"'),
    });
    run({ cluster: "live" });

    expect(file().environments.prod).toEqual({
      cluster: "live",
      access: ["tides", "maps"].map((team) => ({
        team,
        role: "admin",
        justification: "The team had this role before the move",
      })),
      limits: { pods: 30 },
    });
    expect(Object.keys(file().environments)).toEqual(["dev", "prod"]);
  });

  it("never writes over a namespace", () => {
    write(OLD);
    run();

    expect(run).toThrow(/tide-tables\.yaml: expected no environment dev, got one; change that one by hand/);
  });

  it("keeps the name of a namespace that is called as its product", () => {
    write({ ...OLD, "00-namespace.yaml": NAMESPACE.replace("name: tide-tables-dev", "name: tide-tables") });
    run();

    expect(file().environments.dev).toMatchObject({ namespace: "tide-tables" });
  });

  it("names each answer that the folder does not have, and writes nothing", () => {
    write({ "00-namespace.yaml": "kind: Namespace\nmetadata: { name: tide-tables-dev }\n" });

    expect(run).toThrow(/from: expected --team, --email, --source, got nothing; write what the folder/);
    expect(() => ownersOf(folder, "example")).not.toThrow();
  });

  it("refuses what is no YAML with its line", () => {
    write({ ...OLD, "05-certificate.yaml": "kind: Certificate\nspec: { a: [ }\n" });

    expect(run).toThrow(/05-certificate\.yaml:2: expected YAML, got: .*; correct the line/);
  });

  it("asks for the cluster", () => {
    write(OLD);

    expect(() => run({})).toThrow(/from: expected --cluster, got nothing/);
  });
});

describe("import of a product.yaml", () => {
  const NEW = `product: tide-tables
bu: coast
owner: { team: tides, slack: tides, source: https://github.com/example/tide-tables }
environments:
  - { name: dev, cluster: dev, is_production: false }
  - { name: live, cluster: live, namespace: tide-tables, is_production: true }
access:
  - { group: tides, role: edit, live_access_justification: The team is on call at night }
  - { group: maps, role: view, clusters: [dev] }
`;

  it("takes environments, and the access of each cluster", () => {
    write({ "product.yaml": NEW });
    const text = run({ email: "tides@example.org" });
    const tides = { team: "tides", role: "edit", justification: "The team is on call at night" };

    expect(file().environments).toEqual({
      dev: { cluster: "dev", access: [tides, { team: "maps", role: "view" }] },
      live: { cluster: "live", namespace: "tide-tables", access: [tides] },
    });
    expect(text).toContain("not taken: product.yaml: bu: leave it out");
  });

  it("refuses what is no YAML with its line", () => {
    write({ "product.yaml": "product: [\n" });

    expect(run).toThrow(/product\.yaml:1: expected a closing \], got none/);
  });
});

describe("import of a folder of an attacker", () => {
  const GROUP = "github:tides";

  it.each(["../../outside", "..", "/etc", "a/b", "tides\\nmore"])(
    "writes nothing outside the teams' folder for the team %s",
    (team) => {
      write({ ...OLD, "01-rbac.yaml": RBAC.replace(GROUP, `github:${team}`) });

      expect(run).toThrow(/owner\.team: expected/);
      expect(existsSync(folder)).toBe(false);
      expect(readdirSync(join(from, ".."))).toEqual(["from"]);
    },
  );

  it.each(["../../outside", "/etc/passwd", "a/b"])(
    "writes nothing outside it for the product %s",
    (product) => {
      write({
        "product.yaml": `product: ${product}\nowner: { team: tides, slack: tides, source: example/tides }\n`,
      });

      expect(() => run({ email: "tides@example.org" })).toThrow(/product: expected/);
      expect(readdirSync(join(from, ".."))).toEqual(["from"]);
    },
  );

  it.each([
    ["a list of names", "product: [a]\n", "product.yaml: product: expected string, got a list"],
    ["environments that are none", "environments: { a: 1 }\n", "environments: expected array, got an object"],
    ["an environment that is none", "environments: [null]\n", "environments[0]: expected object, got null"],
    ["a number as group", "access: [{ group: 1, role: view }]\n", "access[0].group: expected string, got 1"],
    ["an owner that is a text", "owner: tides\n", 'owner: expected object, got "tides"'],
  ])("refuses %s in words", (_, text, problem) => {
    write({ "product.yaml": text });

    expect(run).toThrow(problem);
  });

  it.each([
    ["labels that are a list", "kind: Namespace\nmetadata: { labels: [a] }\n", "metadata.labels: expected"],
    [
      "a name that is a number",
      "kind: Namespace\nmetadata: { name: 1 }\n",
      "metadata.name: expected string, got 1",
    ],
    ["subjects that are none", "kind: RoleBinding\nsubjects: 1\n", "subjects: expected array, got 1"],
    [
      "aliases that fill the memory",
      `a: &a [${"x,".repeat(99)}]\nb: &b [${"*a,".repeat(99)}]\nc: [${"*b,".repeat(99)}]\n`,
      "expected values, got aliases that cannot be written out",
    ],
  ])("refuses an object with %s in words", (_, text, problem) => {
    write({ "00-namespace.yaml": text });

    expect(run).toThrow(problem);
  });
});

it("refuses a folder that is none", () => {
  expect(run).toThrow(/from: expected a folder of a namespace or of a product, got none; correct the path/);
});

describe("owners", () => {
  it("are the teams, each of its own folder", () => {
    expect(ownersOf("examples/river-authority/tenants", "river-authority")).toBe(
      "/examples/river-authority/tenants/maps/ @river-authority/maps\n/examples/river-authority/tenants/warnings/ @river-authority/warnings",
    );
  });

  it("are the teams of GitHub that their groups are, where the platform says so", () => {
    expect(
      ownersOf("examples/river-authority/tenants", "river-authority", {
        maps: { group: "river-authority:cartographers" },
        warnings: { group: "elsewhere:warnings" },
      }),
    ).toBe(
      "/examples/river-authority/tenants/maps/ @river-authority/cartographers\n/examples/river-authority/tenants/warnings/ @river-authority/warnings",
    );
  });

  it("need the organisation's name", () => {
    expect(() => ownersOf(folder, undefined)).toThrow("tenant owners: expected --organisation, got nothing");
  });
});
