import { readFileSync, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { type BuildFailure, type BuildOptions, type BuildResult, build, type Plugin } from "esbuild";
import { CommandError } from "../kit/command-error";
import { problemsOf } from "./bundle-problems";

export const DEFAULT_PLATFORM = "src/platform";

/**
 * Line on which Node.js, which has read the bundle's source map by then, stops reading those of packages. The maps inside
 * CDKTF's files take a fifth of the time of a synth. A failure switches source maps on again.
 */
const WITHOUT_MAPS_OF_PACKAGES = "process.setSourceMapsEnabled(false);";

/** Bundles main.ts with the platform of a folder in place of src/platform. */
export async function bundlePlatform(
  folder: string,
  outfile: string,
  options: BuildOptions = {},
): Promise<BuildResult> {
  const index = indexOf(folder);
  try {
    return await build({
      entryPoints: ["main.ts"],
      bundle: true,
      platform: "node",
      target: "node20",
      packages: "external",
      logLevel: "silent",
      // A file that lost its exports would only fail where they are called.
      logOverride: { "import-is-undefined": "error" },
      outfile,
      sourcemap: "inline",
      sourcesContent: false,
      banner: { js: WITHOUT_MAPS_OF_PACKAGES },
      plugins: [platformIn(folder, index)],
      ...options,
    });
  } catch (error) {
    throw new CommandError(problemsOf(error as BuildFailure, index));
  }
}

/** @throws CommandError if the folder holds no platform */
export function indexOf(folder: string): string {
  const fix = `name a folder such as ${DEFAULT_PLATFORM}`;
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) {
    throw new CommandError(`${folder}: expected a folder, got ${stats ? "a file" : "nothing"}; ${fix}`);
  }
  const index = join(folder, "index.ts");
  if (!statSync(index, { throwIfNoEntry: false })?.isFile()) {
    throw new CommandError(`${index}: expected a file that exports \`platform\`, got nothing; ${fix}`);
  }
  return resolve(index);
}

/**
 * Resolves src/platform to the folder, and gives files of both the `__dirname` that a bundle lacks. esbuild reads all
 * other files itself: it would wait for an answer about each.
 */
export const platformIn = (folder: string, index = resolve(folder, "index.ts")): Plugin => ({
  name: "platform",
  setup(bundling) {
    bundling.onResolve({ filter: /^(?:\.\/|(?:\.\.\/)+)src\/platform$/ }, () => ({ path: index }));
    for (const name of new Set([resolve(folder), resolve(DEFAULT_PLATFORM)])) {
      bundling.onLoad({ filter: below(name) }, ({ path }) => ({ contents: withDirname(path), loader: "ts" }));
    }
  },
});

/** Pattern of the TypeScript files below a folder. */
const below = (folder: string): RegExp =>
  new RegExp(`^${(folder + sep).replaceAll(/[^\w/]/g, "\\$&")}.*\\.ts$`);

/** File's text with `__dirname` on the first line, so that line numbers in messages stay right. */
const withDirname = (path: string): string => {
  const text = readFileSync(path, "utf8");
  return text.includes("__dirname") ? `const __dirname = ${JSON.stringify(dirname(path))}; ${text}` : text;
};
