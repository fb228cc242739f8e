import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildSync, type Metafile } from "esbuild";
import type { Program } from "./measure";

const CACHE = "node_modules/.cache/platform";

/** The two halves of `npm run synth`: bundle, then run. */
const [BUNDLING = "", SYNTH = ""] = (
  JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { synth: string } }
).scripts.synth.split(" && ");

const METAFILE = join(CACHE, "meta.json");

/** Milliseconds that bundling takes. Leaves the bundle, and a list of what it imports, for the others. */
export function bundle(): number {
  const start = performance.now();
  const { status } = spawnSync(`${BUNDLING} --metafile=${METAFILE}`, { shell: true, stdio: "inherit" });
  if (status !== 0) {
    throw new Error("the project does not bundle");
  }
  return performance.now() - start;
}

/** The project as `npm run synth` runs it, once bundled. */
export const synth: Program = [SYNTH.replace(/^node /, "")];

/** A process that loads CDKTF and the provider modules that the project uses, and does nothing with them. */
export function floor(): Program {
  const modules = importedModules().filter((name) => /^(cdktf|constructs|@cdktf\/)/.test(name));
  return [written("floor.cjs", modules)];
}

/**
 * The project as a CDKTF project usually is: compiled while it runs (by tsx, quicker than the ts-node of CDKTF's
 * template), with whole providers imported.
 */
export function stock(): Program {
  const providers = importedModules().flatMap((name) => /^@cdktf\/provider-[^/]+/.exec(name) ?? []);
  return ["--import", "tsx", written("stock.cjs", [...new Set(providers), resolve("main.ts")])];
}

/** Copies of the production environment, so many in one process. */
export function copies(count: number): Program {
  const outfile = join(CACHE, "environments.cjs");
  buildSync({
    entryPoints: ["tools/reports/bench/environments.ts"],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    packages: "external",
  });
  return [outfile, String(count)];
}

function importedModules(): string[] {
  const { outputs } = JSON.parse(readFileSync(METAFILE, "utf8")) as Metafile;
  const imports = Object.values(outputs).flatMap((output) => output.imports);
  return [...new Set(imports.filter(({ external }) => external).map(({ path }) => path))];
}

function written(name: string, modules: readonly string[]): string {
  const file = join(CACHE, name);
  writeFileSync(file, modules.map((module) => `require(${JSON.stringify(module)});\n`).join(""));
  return file;
}
