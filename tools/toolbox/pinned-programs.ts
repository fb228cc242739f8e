import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { lastLine, retried } from "../kit/retried";
import { runProcess } from "../kit/run-process";
import { GO_BUILD } from "./go-tools";
import { type Tool, toolCache } from "./tools";

/** Go module of this project that names every module of some programs with its version, and its list of hashes. */
export interface PinnedModule {
  /** Name of its folder beside this file, and of its programs' folder in the cache. */
  readonly name: string;

  /**
   * Source beside `go.mod` and `go.sum`.
   *
   * @default - none: it builds programs of other modules
   */
  readonly source?: readonly string[];

  /** Version of its programs. */
  readonly version: string;

  readonly linkerFlags: string;
}

const PINS = ["go.mod", "go.sum"] as const;

const filesOf = ({ name, source = [] }: PinnedModule) =>
  [...PINS, ...source].map((file) => ({ file, path: join(resolve("tools/toolbox"), name, file) }));

/** Version of a module that the `go.mod` of a Go module requires. */
export const moduleVersion = (name: string, module: string): string => {
  const lines = readFileSync(join(resolve("tools/toolbox"), name, "go.mod"), "utf8").split("\n");
  const words = lines.map((line) =>
    line
      .trim()
      .replace(/^require /, "")
      .split(" "),
  );
  return words.find(([first]) => first === module)![1]!.replace(/^v/, "");
};

/**
 * A program that a Go module builds: from the cache, or else built by the Go on this machine and kept. The folder in
 * the cache is named after the content of the module's files, and after how they are built: other versions are another
 * folder.
 *
 * @param path - package of the program
 */
export async function goModuleProgram(
  module: PinnedModule,
  name: string,
  path: string,
  signal: AbortSignal,
): Promise<Tool> {
  const folder = toolCache(module.name, `${module.version}-${contentKey(module)}`);
  const program = join(folder, name);
  const problem = existsSync(program) ? undefined : await build(module, { name, path, folder }, signal);
  return problem === undefined
    ? { program, version: module.version, caveats: [] }
    : { missing: `${name}: ${problem}` };
}

function contentKey(module: PinnedModule): string {
  const hash = createHash("sha256");
  filesOf(module).forEach(({ path }) => hash.update(readFileSync(path)));
  hash.update(module.linkerFlags);
  return hash.digest("hex").slice(0, 12);
}

/** Builds a program into a folder, or returns why it cannot. */
async function build(
  module: PinnedModule,
  { name, path, folder }: { readonly name: string; readonly path: string; readonly folder: string },
  signal: AbortSignal,
): Promise<string | undefined> {
  mkdirSync(folder, { recursive: true });
  const scratch = mkdtempSync(join(folder, ".build-"));
  try {
    filesOf(module).forEach(({ file, path: from }) => copyFileSync(from, join(scratch, file)));
    const { code, stderr } = await retried(() =>
      runProcess(["go", "build", "-trimpath", `-ldflags=${module.linkerFlags}`, "-o", name, path], {
        cwd: scratch,
        // Read-only: a module without a hash in go.sum is refused.
        env: { ...process.env, ...GO_BUILD, GOFLAGS: "-mod=readonly" },
        signal,
      }),
    );
    if (code === 127) {
      return "Go, which builds it, was not found";
    }
    if (code !== 0) {
      return `go build failed: ${lastLine(stderr)}`;
    }
    renameSync(join(scratch, name), join(folder, name));
    return undefined;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
