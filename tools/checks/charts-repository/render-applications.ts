import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "../../kit/command-error";
import { onAllCores } from "../../kit/on-all-cores";
import { runProcess } from "../../kit/run-process";
import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { ChartFolders } from "../charts/chart-folders";
import { brokenLinks, chartDigest, type KeptRenderings } from "../charts/kept-renderings";
import { type KubernetesObject, listAt, mapAt, objectsForArgoCd } from "../charts/objects";
import { destinationOf, normalised, sourcesOf } from "./application";
import type { RenderedApplication } from "./rendered-application";

/** A folder with a charts repository, and tools to render it with. */
export interface ChartsRepository {
  readonly folder: string;

  /** Address by which Applications name it. */
  readonly url: string;
  readonly helm: string;
  readonly charts: ChartFolders;
  readonly kubernetes: string;
  readonly renderings: KeptRenderings;
  readonly scratch: string;
  readonly signal: AbortSignal;
}

/** Refuses a folder without the chart that makes all applications. */
export function checkFolder(folder: string, bootstrapPath: string): void {
  const chart = join(folder, bootstrapPath, "Chart.yaml");
  if (!existsSync(chart)) {
    throw new CommandError(
      `${folder}: expected a charts repository with ${bootstrapPath}/Chart.yaml, got none; clone it, and give its folder`,
    );
  }
}

/** Renders an Application, and every Application that comes out of it. */
export async function renderApplications(
  application: KubernetesObject,
  repository: ChartsRepository,
): Promise<RenderedApplication[]> {
  const rendered = await renderOne(application, repository);
  const made = rendered.objects.filter(({ kind }) => kind === "Application");
  const others = await onAllCores(made, (one) => renderApplications(one, repository));
  return [rendered, ...others.flat()];
}

async function renderOne(
  application: KubernetesObject,
  repository: ChartsRepository,
): Promise<RenderedApplication> {
  const name = textOf(application.metadata.name);
  const results: Result[] = [];
  for (const source of sourcesOf(application)) {
    if (source.path !== undefined || source.chart !== undefined) {
      results.push(await renderSource(application, source, repository));
    }
  }
  return {
    name,
    application,
    objects: results.flatMap(({ objects = [] }) => objects),
    problems: results.flatMap(({ problem }) => problem ?? []),
    notRendered: results.flatMap(({ missing }) => missing ?? []),
  };
}

interface Result {
  readonly objects?: readonly KubernetesObject[];
  readonly problem?: string;
  readonly missing?: string;
}

let files = 0;

async function renderSource(
  application: KubernetesObject,
  source: JsonMap,
  { folder, url, helm, charts, kubernetes, renderings, scratch, signal }: ChartsRepository,
): Promise<Result> {
  const place = await chartOf(source, folder, url, charts);
  if ("missing" in place) {
    return place;
  }
  const broken = existsSync(place.folder) ? brokenLinks(place.folder) : undefined;
  if (broken !== undefined) {
    return { problem: `chart: ${broken}` };
  }
  const options = mapAt(source, "helm");
  const valueFiles = listAt(options, "valueFiles")
    .map(textOf)
    .filter((file) => !file.startsWith("$"))
    .map((file) => join(place.folder, file));
  const absent =
    options.ignoreMissingValueFiles === true ? [] : valueFiles.filter((file) => !existsSync(file));
  if (absent.length > 0) {
    return { problem: `values: expected ${absent.join(", ")}, got no such file; add it` };
  }
  const values = isMap(options.valuesObject)
    ? JSON.stringify(options.valuesObject)
    : textOf(options.values ?? "");
  const present = valueFiles.filter((one) => existsSync(one));
  const name = textOf(options.releaseName ?? application.metadata.name);
  const flags = [
    ...["--namespace", destinationOf(application), "--kube-version", `${kubernetes}.0`],
    ...["--include-crds", "--skip-tests"],
  ];
  const render = async () => {
    const file = join(scratch, `application-values-${files++}.yaml`);
    writeFileSync(file, values);
    const command = [
      ...[helm, "template", name, place.folder, ...flags],
      ...[...present, file].flatMap((one) => ["--values", one]),
    ];
    const { code, stdout, stderr } = await runProcess(command, { cwd: scratch, signal });
    return code === 0 ? { yaml: stdout } : { yaml: "", problem: stderr.trim().replaceAll(/\s+/g, " ") };
  };
  const texts = present.map((one) => readFileSync(one, "utf8"));
  const input = [helm, name, digestIn(place.folder), ...flags, ...texts, values];
  const { yaml, problem } = await renderings.of(input, render);
  return problem === undefined
    ? { objects: objectsForArgoCd(yaml) }
    : { problem: `chart: expected Helm to render it, got ${problem}` };
}

/** Digest of a chart; of one that is not there, its path, so that Helm says what is missing. */
const digestIn = (folder: string): string => (existsSync(folder) ? chartDigest(folder) : folder);

async function chartOf(source: JsonMap, folder: string, url: string, charts: ChartFolders) {
  const repoUrl = textOf(source.repoURL);
  if (source.path !== undefined) {
    return normalised(repoUrl) === normalised(url)
      ? { folder: join(folder, textOf(source.path)) }
      : { missing: `${repoUrl} is another repository` };
  }
  return charts({ name: textOf(source.chart), version: textOf(source.targetRevision), repository: repoUrl });
}
