import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { parse } from "../../../kit/command-arguments";
import { CHANGES } from "../../../reports/changes/arguments";
import { compare } from "../../../reports/changes/compare";
import type { Report } from "../../../reports/changes/report";
import { Checkout } from "../../../../__tests__/support/checkout";

const vpc = (cidr_block: string) => ({ "vpc-staging": { resource: { aws_vpc: { main: { cidr_block } } } } });

const FAILS = 'console.error("vpc: expected a range"); process.exit(1);';

let checkout: Checkout;
let scratch: string;

beforeEach(() => {
  checkout = new Checkout(vpc("10.0.0.0/16"));
  checkout.commit();
  scratch = realpathSync(mkdtempSync(join(tmpdir(), "scratch-")));
  vi.stubEnv("TMPDIR", scratch);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(scratch, { recursive: true });
});

/** Runs the command in the checkout and returns the steps that it showed, too. */
async function run(args: string[] = [], products?: readonly string[]) {
  const { signal } = new AbortController();
  const steps: string[] = [];
  const progress = { started: (name: string) => void steps.push(name), finished: () => undefined };
  const result = await compare({
    asked: parse(CHANGES, args),
    project: checkout.folder,
    progress,
    signal,
    productsSince: () => Promise.resolve(products),
  });
  return { ...result, steps };
}

function expectNothingLeft(): void {
  expect(readdirSync(scratch)).toEqual([]);
  expect(checkout.git("worktree", "list").trim().split("\n")).toHaveLength(1);
}

it("finds nothing in a checkout without changes, quickly, and leaves nothing behind", async () => {
  const { code, text, steps } = await run();

  expect({ code, text }).toEqual({
    code: 0,
    text: expect.stringMatching(/^Nothing changes against main \([0-9a-f]{7}\)\.$/),
  });
  expect(steps).not.toContain("npm ci for the base");
  expect(existsSync(join(checkout.folder, "cdktf.out"))).toBe(false);
  expectNothingLeft();
});

it("finds what the working tree has changed, with the base's own dependencies where those differ", async () => {
  checkout.stacks(vpc("10.1.0.0/16"));
  checkout.write("package-lock.json", "{}");
  const { code, text, steps } = await run(["--format", "json", "--fail-on", "any"]);

  expect(code).toBe(3);
  expect((JSON.parse(text) as Report).changes).toMatchObject([
    { address: "aws_vpc.main", differences: [{ before: "10.0.0.0/16", after: "10.1.0.0/16" }] },
  ]);
  expect(steps).toContain("npm ci for the base");
});

it("lets the two sides share dependencies, but not what they have bundled", async () => {
  checkout.write(
    "synth.js",
    `const { existsSync, mkdirSync, writeFileSync } = require("node:fs"), outdir = process.env.CDKTF_OUTDIR;
     require("dependency");
     const shared = outdir.endsWith("base") && existsSync("node_modules/.cache");
     mkdirSync("node_modules/.cache", { recursive: true });
     mkdirSync(outdir, { recursive: true });
     writeFileSync(outdir + "/manifest.json", JSON.stringify({ stacks: {} }));
     process.exit(shared ? 1 : 0);`,
  );
  checkout.write("node_modules/.cache/bundle", "");
  checkout.commit();

  expect(await run()).toMatchObject({ code: 0 });
});

it.each([
  [["tenants/maps/tides.yaml"], '["tenants/maps/tides.yaml"]'],
  [undefined, "all"],
])("has both sides synthesise the tenants that the change can reach alone: %j", async (products, told) => {
  checkout.write(
    "synth.js",
    `const { mkdirSync, writeFileSync } = require("node:fs"), outdir = process.env.CDKTF_OUTDIR;
     const told = process.argv.slice(2).join(" ") + " " + (process.env.CHANGED_PRODUCTS ?? "all");
     mkdirSync(outdir, { recursive: true });
     writeFileSync(outdir + "/one.json", JSON.stringify({ output: { [outdir.slice(-4)]: { value: told } } }));
     writeFileSync(outdir + "/manifest.json", JSON.stringify({ stacks: { one: { synthesizedStackPath: "one.json" } } }));`,
  );
  checkout.commit();
  const { text } = await run(["--only", "tenants", "--format", "json"], products);

  expect((JSON.parse(text) as Report).changes.map(({ action, address }) => [action, address])).toEqual([
    ["removed", "output.base"],
    ["added", "output.head"],
  ]);
  expect(text).toContain(JSON.stringify(`--only tenants ${told}`));
});

it("shows the errors of a base that does not synthesise, and leaves nothing behind", async () => {
  checkout.write("synth.js", FAILS);
  checkout.commit();
  checkout.git("checkout", "--quiet", "HEAD~1", "--", "synth.js");

  await expect(run()).rejects.toThrow(/^synth of main \([0-9a-f]{7}\) failed:\n[\s\S]*vpc: expected a range/);
  expectNothingLeft();
});

it("shows the errors of a working tree that does not synthesise", async () => {
  checkout.write("synth.js", FAILS);

  await expect(run()).rejects.toThrow(/^synth of the working tree failed:\n[\s\S]*vpc: expected a range/);
});
