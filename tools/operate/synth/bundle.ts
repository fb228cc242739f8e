import { readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { type BuildFailure, type BuildOptions, build, type Plugin } from "esbuild";
import { CommandError } from "../../kit/command-error";
import { DEFAULT_PLATFORM } from "./arguments";

/** Bundles main.ts with the platform of a folder in the place of src/platform. */
export async function bundle(folder: string, outfile: string, options: BuildOptions = {}): Promise<void> {
  const index = indexOf(folder);
  try {
    await build({
      entryPoints: ["main.ts"],
      bundle: true,
      platform: "node",
      target: "node20",
      packages: "external",
      logLevel: "silent",
      outfile,
      plugins: [platformIn(folder, index)],
      ...options,
    });
  } catch (error) {
    throw new CommandError(`${folder}: ${firstProblem(error as BuildFailure, index)}`);
  }
}

/** @throws CommandError if the folder holds no platform */
function indexOf(folder: string): string {
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

/** Resolves src/platform to the folder, and gives its files the `__dirname` that a bundle lacks. */
const platformIn = (folder: string, index: string): Plugin => ({
  name: "platform",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/src\/platform$/ }, () => ({ path: index }));
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const isOfPlatform = path.startsWith(resolve(folder) + sep);
      return isOfPlatform ? { contents: withDirname(path), loader: "ts" } : undefined;
    });
  },
});

/** On the first line, so that the numbers of lines in messages stay right. */
const withDirname = (path: string): string => {
  const text = readFileSync(path, "utf8");
  return text.includes("__dirname") ? `const __dirname = ${JSON.stringify(dirname(path))}; ${text}` : text;
};

function firstProblem({ errors }: BuildFailure, index: string): string {
  const [error] = errors;
  if (error === undefined) {
    return "does not bundle";
  }
  if (error.text.startsWith("No matching export")) {
    return `${relative("", index)} exports no \`platform\`; add export const platform: PlatformSettings`;
  }
  const { file = "", line = 0 } = error.location ?? {};
  return `${file}:${line}: ${error.text}`;
}
