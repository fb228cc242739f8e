import { readdirSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { UPSTREAM_FOLDER } from "../checks/iam/upstream";
import { unpackedCharts } from "../checks/charts/chart-folders";
import { DEFAULT_PLATFORM } from "../toolbox/bundle-platform";
import { platformFolder } from "../toolbox/platform-command";
import { toolCache } from "../toolbox/tools";
import { digestOf } from "./inputs";

/** Programs on the PATH that verifications run, or build their tools with. */
const PROGRAMS = [
  "terraform",
  "go",
  "git",
  "python3",
  "npm",
  "actionlint",
  "amtool",
  "dex",
  "gator",
  "helm",
  "kustomize",
  "kyverno",
  "promtool",
];

/** Variables that lead tools elsewhere. */
const VARIABLES = ["CHARTS_DIR", "XDG_CACHE_HOME", "TF_CLI_CONFIG_FILE", "TF_PLUGIN_CACHE_DIR"];

/** Folders of the cache with one entry for each tool or chart in one version, or for its programs. */
const TOOLS = ["bin", "charts", "cilium-policies", "control-plane", "python", "velero"];

/**
 * Folders in which Terraform looks for providers before it asks a registry.
 *
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
 */
function providerFolders(): string[] {
  const home = process.env.HOME || homedir();
  const data = process.env.XDG_DATA_HOME || join(home, ".local", "share");
  return [
    toolCache("terraform-plugins"),
    join(home, ".terraform.d", "plugins"),
    ...[data, "/usr/local/share", "/usr/share"].map((folder) => join(folder, "terraform", "plugins")),
  ];
}

/** Files outside the checkout that decide what a verification can check: tools, charts, providers and packages. */
export const equipment = (): string[] => [
  `node ${process.version} ${process.platform} ${process.arch}`,
  ...VARIABLES.map((name) => `${name}=${process.env[name] ?? ""}`),
  ...PROGRAMS.flatMap(onPath),
  ...TOOLS.flatMap((name) => entriesOf(toolCache(name))),
  ...[...providerFolders(), unpackedCharts(), UPSTREAM_FOLDER].flatMap(filesBelow),
  // By its content: `npm ci` writes the same anew.
  digestOf(["node_modules/.package-lock.json"], process.cwd()),
  ...askedFiles(),
];

/** Platform that a person asks for: no module of the checkout names its files. */
function askedFiles(): string[] {
  const folder = platformFolder();
  return folder === DEFAULT_PLATFORM ? [] : [`platform ${resolve(folder)}`, ...filesBelow(folder)];
}

const onPath = (program: string): string[] =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => described(join(folder, program)))
    .slice(0, 1);

/** Entries of a folder, without unfinished ones. A tool's own folder is put in place whole, and never changes. */
const entriesOf = (folder: string): string[] =>
  namesIn(folder)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) => [name, ...namesIn(join(folder, name)).filter((inner) => !inner.startsWith("."))]);

/** Files of a folder and of the folders in it. */
const filesBelow = (folder: string): string[] =>
  namesIn(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? filesBelow(path) : described(path);
  });

const namesIn = (folder: string): string[] =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder).sort() : [];

/** Path, size and time of a file; nothing if there is none. */
function described(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? [] : [`${realpathSync(path)} ${stats.size} ${Math.floor(stats.mtimeMs)}`];
}
