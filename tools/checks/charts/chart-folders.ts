import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { keepFolder } from "../../kit/keep-folder";
import { lastLine, retried } from "../../kit/retried";
import { runProcess } from "../../kit/run-process";
import { toolCache } from "../../toolbox/tools";
import type { Chart } from "./releases";

/** Folder of a chart on this machine, or the reason for its absence. */
export type ChartFolder = { readonly folder: string } | { readonly missing: string };

/** Finds a chart. */
export type ChartFolders = (chart: Chart) => Promise<ChartFolder>;

/** Folder with charts by name, for machines that reach no repository. */
export const unpackedCharts = (): string =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "platform-charts");

/**
 * Finds charts: by name in the folder `CHARTS_DIR` alone if it is set; else in their repositories, from which
 * each is fetched once and kept. Charts that cannot be fetched may be in `platform-charts` of the cache
 * folder.
 */
export function chartFolders(helm: string, signal: AbortSignal): ChartFolders {
  const found = new Map<string, Promise<ChartFolder>>();
  return (chart) => {
    const key = `${chart.folder ?? chart.name} ${chart.version}`;
    const folder = found.get(key) ?? find(chart, helm, signal);
    found.set(key, folder);
    return folder;
  };
}

async function find(chart: Chart, helm: string, signal: AbortSignal): Promise<ChartFolder> {
  if (chart.folder !== undefined) {
    return { folder: chart.folder };
  }
  const { CHARTS_DIR: folder } = process.env;
  if (folder) {
    return unpacked(chart, folder);
  }
  const kept = toolCache("charts", `${chart.name}-${chart.version}`);
  const problem = existsSync(kept) ? undefined : await fetchChart(chart, kept, helm, signal);
  if (problem === undefined) {
    return { folder: kept };
  }
  const local = unpacked(chart, unpackedCharts());
  return "missing" in local ? { missing: `${problem}; ${local.missing}` } : local;
}

/** Part of a chart's description that says which chart it is. */
interface ChartDescription {
  readonly version: string;

  /**
   * Charts within it.
   *
   * @default - none
   */
  readonly dependencies?: readonly { readonly name: string }[];
}

/** Folder of a chart by name, if it has the installed version and is whole. */
function unpacked({ name, version }: Chart, folder: string): ChartFolder {
  const file = join(folder, name, "Chart.yaml");
  if (!existsSync(file)) {
    return { missing: `no ${file}` };
  }
  const description = parse(readFileSync(file, "utf8")) as ChartDescription;
  if (description.version !== version) {
    return { missing: `${file} is version ${description.version}` };
  }
  const lacking = lackingIn(join(folder, name), description);
  return lacking.length === 0
    ? { folder: join(folder, name) }
    : { missing: `${file} is not whole: charts/ lacks ${lacking.join(", ")}` };
}

/** Charts that a chart is made of and its folder lacks, as in the sources of one: Helm refuses to render it. */
function lackingIn(folder: string, { dependencies = [] }: ChartDescription): string[] {
  const parts = join(folder, "charts");
  const got = existsSync(parts) ? readdirSync(parts) : [];
  const isPacked = (name: string) => got.some((file) => file.startsWith(`${name}-`) && file.endsWith(".tgz"));
  return dependencies.map(({ name }) => name).filter((name) => !got.includes(name) && !isPacked(name));
}

/** Fetches a chart, or returns why it cannot. */
async function fetchChart(
  { name, version = "", repository = "" }: Chart,
  folder: string,
  helm: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  mkdirSync(toolCache("charts"), { recursive: true });
  const scratch = mkdtempSync(toolCache("charts", `.${name}-`));
  const source = repository.startsWith("oci://") ? [`${repository}/${name}`] : [name, "--repo", repository];
  try {
    const pull = [helm, "pull", ...source, "--version", version, "--untar", "--untardir", scratch];
    const { code, stderr } = await retried(() => runProcess(pull, { cwd: scratch, signal }));
    if (code !== 0) {
      return `${repository} did not give it (${lastLine(stderr)})`;
    }
    keepFolder(join(scratch, name), folder);
    return undefined;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
