import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";

/** Copy of the project, whose files a test may change. */
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "failures-"));
  for (const name of COPIED) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  // Without what the packages' folder keeps of this checkout.
  mkdirSync(join(folder, "node_modules"));
  readdirSync("node_modules")
    .filter((name) => !name.startsWith("."))
    .forEach((name) => symlinkSync(resolve("node_modules", name), join(folder, "node_modules", name)));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COPIED = ["src", "tools", "main.ts", "package.json", "tsconfig.json", "cdktf.json", "modules", ".gen"];

/** Writes a file of the copy for the duration of a test. */
function write(path: string, text: string): string {
  const file = join(folder, path);
  const before = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  onTestFinished(() => (before === undefined ? rmSync(file) : writeFileSync(file, before)));
  writeFileSync(file, text);
  return file;
}

function run([name, ...args]: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["tools/cli/run.cjs", name!, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  expect(stderr).not.toMatch(/^ +at /m);
  return { status, stdout, stderr: stderr.trimEnd() };
}

it("a checkout without packages says how to install them", () => {
  renameSync(join(folder, "node_modules"), join(folder, "packages"));
  onTestFinished(() => renameSync(join(folder, "packages"), join(folder, "node_modules")));

  expect(run(["synth"])).toEqual({
    status: 1,
    stdout: "",
    stderr: "node_modules: expected the packages of package-lock.json, got none or a part; run npm ci",
  });
});

it("an old Node.js is named, with the version to install", () => {
  const old = write("old.cjs", 'Object.defineProperty(process.versions, "node", { value: "18.20.4" });');

  expect(run(["synth"], { NODE_OPTIONS: `--require ${old}` })).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(
      /^node: expected version 20\.19 or later, got 18\.20\.4; install it, [^\n]*$/,
    ),
  });
});

it.each([
  [
    "misspelt import",
    { "src/platform/index.ts": 'import "./organistion";\nexport const platform = {};' },
    'src/platform/index.ts:1: expected a file at "./organistion", got none; did you mean "./organisation"?',
  ],
  [
    "file that lost its exports",
    { "src/settings/access/sign-in-roles.ts": "" },
    expect.stringMatching(
      /^src\/stacks\/\S+:\d+: expected src\/settings\/access\/sign-in-roles\.ts to export readOnlyTeams, got no such export; add it, or correct the import$/m,
    ),
  ],
  [
    "module that throws",
    { "src/platform/index.ts": "\nexport const platform = [][0]!.x;" },
    "src/platform/index.ts:2: expected no error, got TypeError: Cannot read properties of undefined (reading 'x'); correct the line, or report it with the output of DEBUG=1",
  ],
])("npm run synth shows the file and line of a %s", (_, files, stderr) => {
  Object.entries(files).forEach(([path, text]) => write(path, text));

  expect(run(["synth"])).toEqual({ status: 1, stdout: "", stderr });
});

it.each([
  [
    "misspelt import",
    'import "./organistion";\nexport const platform = {};\nexport const environmentSettings = [];',
    /^src\/platform\/environments\/index\.ts: expected a file at "\.\/organistion", got none; correct the import$/,
  ],
  [
    "module that throws",
    "\nexport const environmentSettings = [][0]!.x;",
    /^src\/platform\/environments\/index\.ts:2: expected no error, got TypeError: /,
  ],
])("another command shows the file of a %s", (_, text, stderr) => {
  write("src/platform/environments/index.ts", text);

  expect(run(["policies"])).toMatchObject({ status: 1, stderr: expect.stringMatching(stderr) });
});

it("a full disk is named in one line", () => {
  const full = write(
    "full.cjs",
    `const fs = require("node:fs");
     const { mkdirSync } = fs;
     fs.mkdirSync = (path, ...rest) => {
       if (String(path).endsWith("/out")) {
         throw Object.assign(new Error("ENOSPC: no"), { code: "ENOSPC", path });
       }
       return mkdirSync(path, ...rest);
     };`,
  );

  expect(run(["synth", "--out", "out"], { NODE_OPTIONS: `--require ${full}` })).toMatchObject({
    status: 1,
    stderr: "out: expected room on the disk, got none (ENOSPC); free some, and run the command again",
  });
});
