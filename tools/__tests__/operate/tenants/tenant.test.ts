import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { schemaLine } from "../../../operate/tenants/schema-line";
import { tenant } from "../../../operate/tenants/tenant";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tenants-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NONE = {
  email: undefined,
  channel: undefined,
  source: undefined,
  cluster: undefined,
  namespace: undefined,
  reason: undefined,
  team: undefined,
  organisation: undefined,
  base: undefined,
  live: undefined,
};

const ANSWERS = { email: "maps@example.org", channel: "#maps", source: "example/tides", cluster: "dev" };

const run = (args: readonly string[], options: Partial<Record<keyof typeof NONE, string>> = {}) =>
  tenant({ args, options: { ...NONE, ...options, folder } }, "2026-12-01");

const file = () => readFileSync(join(folder, "maps/tides.yaml"), "utf8");

const add = () => run(["new", "maps/tides"], ANSWERS);

describe("npm run tenant", () => {
  it("writes a file that lists its namespace", () => {
    add();

    expect(run(["list"])).toEqual({ text: "tides/dev\tmaps\tdev\ttides-dev", isWrong: false });
  });

  it("writes a file with an application in a namespace of the platform, which goes in one step", () => {
    run(["new", "maps/tides"], { channel: "#maps", namespace: "apps" });

    expect(run(["list"])).toEqual({ text: "tides/tides\tmaps\tevery cluster\tapps", isWrong: false });
    expect(file()).toContain("applications:\n  tides:\n    namespace: apps");
    expect(run(["remove", "tides/tides"]).text).toContain("since tides/tides was the last that it had");
    expect(run(["list"]).text).toContain("no product; npm run tenant -- new writes one");
  });

  it("takes an application out of a file that has more, and leaves every other line as it was", () => {
    const rest = `product: tides\nowner: { team: maps, channel: "#maps" }\n\nnamespaces:\n  # Its own alone.\n  apps: { sharedWith: [pilots] }\n`;
    mkdirSync(join(folder, "maps"));
    writeFileSync(
      join(folder, "maps/tides.yaml"),
      `${rest}\napplications:\n  tables: { namespace: apps }\n  charts: { namespace: apps } # and more\n`,
    );

    expect(run(["list"]).text).toBe(
      "tides\tmaps\tevery cluster\tapps\towned, shared with pilots\ntides/tables\tmaps\tevery cluster\tapps\ntides/charts\tmaps\tevery cluster\tapps",
    );
    run(["remove", "tides/tables"]);
    expect(file()).toBe(`${rest}\napplications:\n  charts: { namespace: apps } # and more\n`);
    run(["remove", "tides/charts"]);
    expect(file()).toBe(rest);
  });

  it("takes a cluster or a namespace for a new file, not both", () => {
    expect(() => run(["new", "maps/tides"], { ...ANSWERS, namespace: "apps" })).toThrow(
      "tenant new: expected --cluster or --namespace, got both; a namespace of the platform is in every cluster",
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it("tells editors of the schema, in a file of the project", () => {
    expect(schemaLine("examples/a/tenants/maps/tides.yaml")).toBe(
      "# yaml-language-server: $schema=../../../../docs/schemas/product.json\n",
    );
    expect(schemaLine("../elsewhere/maps/tides.yaml")).toBe("");
  });

  it("never writes over a file", () => {
    add();

    expect(add).toThrow(/tides\.yaml: expected no file, got one; change that one, or choose another product/);
  });

  it("writes nothing where an answer is wrong", () => {
    expect(() => run(["new", "maps/tides"], { ...ANSWERS, email: "nobody" })).toThrow(
      /tides\.yaml:4: owner\.email: expected an e-mail address, got "nobody"/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it("names each answer that is missing", () => {
    expect(() => run(["new", "maps"], { email: "maps@example.org" })).toThrow(
      "tenant new: expected <team>/<product>, --source, --cluster, got nothing; npm run tenant -- --help explains them",
    );
  });

  it("writes no channel for a team without Slack", () => {
    run(["new", "maps/tides"], { ...ANSWERS, channel: undefined });

    expect(run(["show", "maps/tides"]).text).not.toContain("channel");
  });

  it("takes no more than a team and a product", () => {
    expect(() => run(["new", "maps/tides/dev"], ANSWERS)).toThrow(
      'tenant new: expected <team>/<product>, got "maps/tides/dev"; leave out what follows the product',
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it("writes names that YAML would read as something else as text", () => {
    expect(() => run(["new", "maps/null"], ANSWERS)).not.toThrow();
    expect(run(["show", "null"]).text).toContain('product: "null"');
  });

  it("lists no product of a folder that does not exist, and writes the first file there", () => {
    const missing = { ...NONE, folder: join(folder, "tenants") };

    expect(tenant({ args: ["list"], options: missing }, "2026-12-01")).toEqual({
      text: `${missing.folder}: no product; npm run tenant -- new writes one`,
      isWrong: false,
    });
    tenant({ args: ["new", "maps/tides"], options: { ...missing, ...ANSWERS } }, "2026-12-01");
    expect(readdirSync(missing.folder)).toEqual(["maps"]);
  });

  it("shows what the AWS resources of each namespace cost before any use, and nothing where there are none", () => {
    const show = (name: string) =>
      tenant(
        { args: ["show", name], options: { ...NONE, folder: "examples/river-authority/tenants" } },
        "2026-12-01",
      ).text;

    expect(show("flood-warnings")).toMatch(
      /\n# flood-warnings\/dev: about 1\.20 USD a month before any use\n# flood-warnings\/live: about 93\.30 USD a month before any use, 287\.53 on a live cluster$/,
    );
    expect(show("river-maps")).not.toContain("# river-maps/dev:");
  });

  it("shows the file of a product, and refuses one that there is not", () => {
    add();

    expect(run(["show", "tides"]).text).toContain("  team: maps");
    expect(() => run(["show", "tide"])).toThrow(
      /^tide: expected a product of .*, got none; npm run tenant -- list/,
    );
  });

  it("removes a namespace in two steps, the first of which needs a reason", () => {
    add();
    expect(() => run(["remove", "tides/dev"])).toThrow(/^tides\/dev: expected --reason, got nothing/);

    expect(() => run(["remove", "tides/dev"], { reason: "Gone" })).toThrow(
      '--reason: expected a sentence, got "Gone"; say why the namespace and its data may go',
    );
    expect(run(["remove", "tides/dev"], { reason: "Nobody uses it" }).text).toContain("tides/dev leaves");
    expect(file()).toContain('leaving:\n      reason: "Nobody uses it"');
    expect(run(["list"]).text).toContain("leaving");

    expect(run(["remove", "tides/dev"]).text).toContain("removed, since tides/dev was the last that it had");
    expect(run(["list"]).text).toContain("no product; npm run tenant -- new writes one");
  });

  it.each(["tides", "tides/constructor", "no/such", "tides/dev/", "tides/dev/more"])(
    "removes no tenant of the name %s",
    (name) => {
      add();

      expect(() => run(["remove", name], { reason: "Nobody uses it" })).toThrow(
        new RegExp(`^${name}: expected a product and its environment or application, got none of `),
      );
    },
  );

  it("fails where a date of the files is past", () => {
    const { text, isWrong } = tenant(
      { args: ["list"], options: { ...NONE, folder: "examples/river-authority/tenants" } },
      "2027-03-01",
    );

    expect(isWrong).toBe(true);
    expect(text).toContain(
      "examples/river-authority/tenants/maps/river-maps.yaml: environments.trial: expected no date in the past, got 2027-02-01 (sandbox); move it, or take out what has ended",
    );
  });
});
