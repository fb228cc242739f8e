import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build, type Metafile } from "esbuild";
import { bundlePlatform, DEFAULT_PLATFORM, platformIn } from "../../toolbox/bundle-platform";
import type { Program } from "./measure";

const CACHE = "node_modules/.cache/platform";

/** Bundle that `npm run synth` runs. */
const BUNDLE = join(CACHE, "main.cjs");

const METAFILE = join(CACHE, "meta.json");

/** Milliseconds that bundling takes. Leaves the bundle, and a list of its imports, for the others. */
export async function bundle(): Promise<number> {
  const start = performance.now();
  const { metafile } = await bundlePlatform(DEFAULT_PLATFORM, BUNDLE, { metafile: true });
  writeFileSync(METAFILE, JSON.stringify(metafile));
  return performance.now() - start;
}

/** The project as `npm run synth` runs it, once bundled. */
export const synth: Program = [BUNDLE];

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

/** Size of a platform: one of all that it leaves out, but no namespaces besides those of the organisation. */
export interface PlatformSize {
  readonly environments?: number;

  /** Clusters of each environment. */
  readonly clusters?: number;
  readonly namespaces?: number;

  /** Release that its clusters run, the first or the second. */
  readonly release?: number;
}

/** Bundles the program that checks and synthesises a platform of any size. */
export async function platformsOf(): Promise<(size: PlatformSize) => Program> {
  const outfile = join(CACHE, "growing-platform.cjs");
  await build({
    entryPoints: ["tools/reports/bench/growing-platform.ts"],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    packages: "external",
    plugins: [platformIn(DEFAULT_PLATFORM)],
  });
  return ({ environments = 1, clusters = 1, namespaces = 0, release = 1 }) => [
    outfile,
    ...[environments, clusters, namespaces, release].map(String),
  ];
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
