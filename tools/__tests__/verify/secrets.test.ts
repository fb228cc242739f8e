import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { readNested } from "../../checks/secrets/read-nested";
import { configurationFiles, proseFiles } from "../../checks/secrets/configuration-files";
import { findingsIn, findingsInProse } from "../../verify/secrets";

test("finds one in the values of a release, and keeps it to itself", () => {
  const stack = { resource: { helm_release: { a: { values: ['{"adminPassword": "hunter2"}'] } } } };

  expect(findingsIn("stack", readNested(stack))).toEqual([
    "stack: resource.helm_release.a.values[0].adminPassword is a secret (by its key)",
  ]);
});

test("reads access lists, modules and workflows", () => {
  const names = configurationFiles().map(({ name }) => name);

  expect(names).toEqual(
    expect.arrayContaining([
      "src/platform/access/production.yaml",
      "modules/secure-bucket/main.tf",
      ".github/workflows/deploy.yml",
    ]),
  );
});

test("reads the platform of another folder, once", () => {
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv("PLATFORM_FOLDER", "./examples/river-authority");
  const within = configurationFiles().map(({ name }) => name);
  vi.stubEnv("PLATFORM_FOLDER", "docs/schemas");
  const names = configurationFiles().map(({ name }) => name);

  expect(new Set(within).size).toBe(within.length);
  expect(names.filter((name) => !within.includes(name))).toContain("docs/schemas/access.json");
});

/** Files of a checkout, each with a password, by the path at which it is to be found. */
const PLANTED: Readonly<Record<string, readonly [text: string, path: string]>> = {
  "src/platform/alerting/rules.yaml": [
    "groups:\n  - auth:\n      password: hunter2\n",
    "[0].groups[0].auth.password",
  ],
  "src/platform/notes.yml": ["# password: hunter2\na: 1\n", "[1][0]"],
  "modules/bucket/main.tf": ['password = "hunter2"\n', "settings"],
  "modules/bucket/user-data.sh": ["export DB_PASSWORD=hunter2\n", "settings"],
  "examples/one/values.json": ['{ "clientSecret": "hunter2" }\n', "settings"],
  ".github/workflows/a.yml": ["env:\n  API_TOKEN: hunter2\n", "[0].env.API_TOKEN"],
};

test("finds one in any file of configuration, by its path", () =>
  inTemporaryFolder("secrets", (root) => {
    for (const [name, [text]] of Object.entries(PLANTED)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }

    expect(
      configurationFiles(root)
        .flatMap(({ name, content }) => findingsIn(name, content))
        .sort(),
    ).toEqual(
      Object.entries(PLANTED)
        .map(([name, [, path]]) => `${name}: ${path} is a secret (by its key)`)
        .sort(),
    );
    return Promise.resolve();
  }));

const TOKEN = `ghp_${"aB3dE5gH7j".repeat(4).slice(0, 36)}`;
const PEM = [
  `-----BEGIN RSA ${"PRIVATE"} KEY-----`,
  "MIIEow".repeat(10),
  `-----END RSA ${"PRIVATE"} KEY-----`,
];

test.each([
  ["a comment", [`// The token is ${TOKEN}.`], "a.ts:1: is a secret (by its shape)"],
  ["a constant", ["", `export const A = "${TOKEN}";`], "a.ts:2: is a secret (by its shape)"],
  ["a text of many lines", ["const key = `", ...PEM, "`;"], "a.ts:2: is a secret (by its shape)"],
])("finds one in %s of TypeScript, and names its line", (_, lines, finding) => {
  expect(findingsInProse("a.ts", lines.join("\n"))).toEqual([finding]);
});

test("takes a word in TypeScript for no secret", () => {
  expect(findingsInProse("a.ts", 'const password: string = "hunter2";')).toEqual([]);
});

test("reads TypeScript and pages", () => {
  expect(proseFiles().map(({ name }) => name)).toEqual(
    expect.arrayContaining(["README.md", "main.ts", "src/platform/names.ts", "docs/first-apply.md"]),
  );
});
