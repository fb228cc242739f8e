import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, it, onTestFinished } from "vitest";

interface Checkout {
  /** Files in the place of those of the checkout. */
  readonly files?: Readonly<Record<string, string>>;
  readonly withPackages?: boolean;
}

/** Checkout of the project whose files may differ. */
function checkout({ files = {}, withPackages = true }: Checkout = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "failures-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ["src", "tools", "main.ts", "package.json", "tsconfig.json", "cdktf.json", "modules", ".gen"]) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  if (withPackages) {
    // Without what the packages' folder keeps of this checkout.
    mkdirSync(join(folder, "node_modules"));
    readdirSync("node_modules")
      .filter((name) => !name.startsWith("."))
      .forEach((name) => symlinkSync(resolve("node_modules", name), join(folder, "node_modules", name)));
  }
  Object.entries(files).forEach(([path, text]) => writeFileSync(join(folder, path), text));
  return folder;
}

function run(folder: string, [name, ...args]: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["tools/cli/run.cjs", name!, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  expect(stderr).not.toMatch(/^ +at /m);
  return { status, stdout, stderr: stderr.trimEnd() };
}

it("a checkout without packages says how to install them", () => {
  expect(run(checkout({ withPackages: false }), ["synth"])).toEqual({
    status: 1,
    stdout: "",
    stderr: "node_modules: expected the packages of package-lock.json, got none or a part; run npm ci",
  });
});

it("an old Node.js is named, with the version to install", () => {
  const folder = checkout();
  writeFileSync(
    join(folder, "old.cjs"),
    'Object.defineProperty(process.versions, "node", { value: "18.20.4" });',
  );

  expect(run(folder, ["synth"], { NODE_OPTIONS: `--require ${join(folder, "old.cjs")}` })).toMatchObject({
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
  expect(run(checkout({ files }), ["synth"])).toEqual({ status: 1, stdout: "", stderr });
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
  const folder = checkout({ files: { "src/platform/environments/index.ts": text } });

  expect(run(folder, ["policies"])).toMatchObject({ status: 1, stderr: expect.stringMatching(stderr) });
});

it.each([
  ["ENOSPC", "expected room on the disk, got none \\(ENOSPC\\); free some"],
  ["EROFS", "expected a folder to write to, got a read-only file system \\(EROFS\\); name another"],
])("a disk that fails with %s is named in one line", (code, message) => {
  const folder = checkout();
  const fail = join(folder, "fail.cjs");
  writeFileSync(
    fail,
    `const fs = require("node:fs");
     const { mkdirSync } = fs;
     fs.mkdirSync = (path, ...rest) => {
       if (String(path).endsWith("/full")) {
         throw Object.assign(new Error("${code}: no"), { code: "${code}", path });
       }
       return mkdirSync(path, ...rest);
     };`,
  );

  expect(
    run(folder, ["synth", "--out", join(folder, "full")], { NODE_OPTIONS: `--require ${fail}` }),
  ).toMatchObject({ status: 1, stderr: expect.stringMatching(new RegExp(`^full: ${message}[^\\n]*$`)) });
});

it("a file in the place of the output folder is named", () => {
  const folder = checkout({ files: { out: "" } });
  mkdirSync(join(folder, "elsewhere"));

  expect(run(folder, ["synth", "--out", "out/stacks"])).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^out\/stacks: expected a folder, got a file \(ENOTDIR\)/),
  });
});
