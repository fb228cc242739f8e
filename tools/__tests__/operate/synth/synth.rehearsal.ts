import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";

const PROGRAM = ["tools/cli/run.cjs", "synth"];

let folder: string;
let out: string;

beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), "synth-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  folder = relative("", join(root, "platform"));
  out = join(root, "out");
  mkdirSync(folder);
});

const synth = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...PROGRAM, ...args], {
    encoding: "utf8",
    env: { ...process.env, npm_config_loglevel: "notice" },
  });
  return { status, stdout, stderr: stderr.trimEnd() };
};

/** Synthesises a platform whose index.ts is the text. */
function synthOf(text: string) {
  writeFileSync(join(folder, "index.ts"), text);
  return synth("--platform", folder, "--out", out);
}

const FIX = "correct the line, or report it with the output of DEBUG=1";

const stacks = () => readdirSync(join(out, "stacks")).sort();
const jsonOf = (stack: string) => readFileSync(join(out, "stacks", stack, "cdk.tf.json"), "utf8");
const listed = () => Object.keys(JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")).stacks);

describe("a folder", () => {
  it("that is none is refused", () => {
    expect(synth("--platform", "nowhere")).toEqual({
      status: 1,
      stdout: "",
      stderr: "nowhere: expected a folder, got nothing; name a folder such as src/platform",
    });
  });

  it("that is a file is refused", () => {
    expect(synth("--platform", "main.ts").stderr).toBe(
      "main.ts: expected a folder, got a file; name a folder such as src/platform",
    );
  });

  it("without index.ts is refused", () => {
    expect(synth("--platform", folder).stderr).toBe(
      `${folder}/index.ts: expected a file that exports \`platform\`, got nothing; name a folder such as src/platform`,
    );
  });

  it("that exports something else is refused", () => {
    const { status, stderr } = synthOf("export const plattform = {};");

    expect(status).toBe(1);
    expect(stderr).toBe(
      `${folder}/index.ts: expected an export \`platform\`, got none; add export const platform: PlatformSettings`,
    );
  });

  it("whose platform is no platform is refused", () => {
    const { status, stderr } = synthOf("export const platform = 5;");

    expect(status).toBe(1);
    expect(stderr).toContain("platform: expected organisation and environments, got 5; ");
    expect(stderr).not.toContain("    at ");
  });

  it("whose platform lacks a part is refused", () => {
    expect(synthOf("export const platform = { organisation: {}, tenants: {} };").stderr).toContain(
      "platform.environments: expected a list, got nothing; ",
    );
  });

  it("that throws is refused in one line", () => {
    expect(synthOf('throw new RangeError("too far\\nmore"); export const platform = {};')).toEqual({
      status: 1,
      stdout: "",
      stderr: `${folder}/index.ts:1: expected no error, got RangeError: too far; ${FIX}`,
    });
  });

  it("has a source map, which packages load without: reading theirs would take a fifth of a synth", () => {
    const { stderr } = synthOf(
      'import { findSourceMap } from "node:module";\nimport "cdktf";\nexport const platform = {}; throw new Error(String(findSourceMap(require.resolve("cdktf"))));',
    );

    expect(stderr).toBe(`${folder}/index.ts:3: expected no error, got Error: undefined; ${FIX}`);
  });

  it("is not blamed for a file of src that throws while it loads", () => {
    const settings = resolve("src/settings/namespaces/namespaces");
    const text = `import { deliveryNamespaceOf } from ${JSON.stringify(settings)};
export const platform = { organisation: deliveryNamespaceOf({}) };`;

    expect(synthOf(text).stderr).toMatch(
      /^src\/settings\/namespaces\/namespaces\.ts:\d+: expected no error, got Error: organisation\.deliveryNamespace: /,
    );
  });

  it("with a syntax error is refused with file and line", () => {
    expect(synthOf("export const platform = {\n  organisation: ;\n};").stderr).toBe(
      `${folder}/index.ts:2: expected TypeScript, got: Unexpected ";"; correct the line`,
    );
  });
});

describe("options", () => {
  it("that are unknown are refused with the usage", () => {
    const { status, stderr } = synth("--plattform", "src/platform");

    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^--plattform: expected an option of npm run synth, .* did you mean --platform\?\nusage: npm run synth -- .*$/,
    );
  });

  it("are explained by --help", () => {
    const { status, stdout } = synth("--help");

    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: npm run synth -- .*--platform <folder>/);
  });
});

describe("--only", () => {
  it("refuses an unknown stack with the nearest name and writes nothing", () => {
    const { status, stderr } = synth("--only", "vpc-prodution", "--out", out);

    expect(status).toBe(1);
    expect(stderr).toBe('--only: expected a stack, got "vpc-prodution"; did you mean vpc-production?');
    expect(readdirSync(out)).toEqual([]);
  });

  it("writes the stack and keeps the others of the folder", () => {
    const first = synth("--only", "vpc-production", "--out", out);
    expect(first.status).toBe(0);
    expect(first.stderr).toMatch(/^1 stack, \d+ resources and data sources in .*out, \d+\.\d s$/);
    expect(stacks()).toEqual(["vpc-production"]);

    synth("--only", "root-dns-staging", "--out", out);
    expect(stacks()).toEqual(["root-dns-staging", "vpc-production"]);
    expect(listed().sort()).toEqual(stacks());
  });
});

describe("--only tenants", () => {
  const ofTenants = (...args: string[]) =>
    synth("--platform", "examples/river-authority", "--only", "tenants", "--out", out, ...args);

  it("writes the stacks of tenants, as a whole synth does", () => {
    expect(ofTenants().stderr).toMatch(/^5 tenants in .*out, \d+\.\d s$/);
    const alone = Object.fromEntries(stacks().map((name) => [name, jsonOf(name)]));

    synth("--platform", "examples/river-authority", "--out", out);
    expect(Object.fromEntries(Object.keys(alone).map((name) => [name, jsonOf(name)]))).toEqual(alone);
    expect(stacks().filter((name) => name.startsWith("tenant-"))).toEqual(Object.keys(alone));
  });

  it("refuses a ref that does not exist", () => {
    expect(ofTenants("--changed", "nowhere").stderr).toContain(
      '--changed: expected a git ref, got "nowhere"',
    );
  });
});

it("reads files beside its modules", () => {
  expect(synthOf("throw new Error(__dirname); export const platform = {};").stderr).toBe(
    `${folder}/index.ts:1: expected no error, got Error: ${resolve(folder)}; ${FIX}`,
  );
});

describe("a copy of src/platform's index in another folder", () => {
  it("synthesises the same stacks", () => {
    const { status, stderr } = synthOf(
      `export { platform } from ${JSON.stringify(resolve("src/platform/index"))};`,
    );

    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^\d+ stacks, /) });
    expect(listed()).toContain("cluster-services-production");
  });
});
