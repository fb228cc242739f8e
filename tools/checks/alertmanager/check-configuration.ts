import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { runProcess } from "../../kit/run-process";
import type { Configuration } from "./configurations";
import { FLEET_ROUTE_CASES } from "./fleet-route-cases";
import { ROUTE_CASES, type RouteCase } from "./route-cases";
import { TEMPLATE_CASES, type TemplateCase } from "./template-cases";

interface Amtool {
  readonly program: string;

  /** Folder for the files. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/**
 * Has amtool read a configuration, route the alerts of every case, and render templates. Returns the
 * problems.
 */
export async function checkConfiguration(configuration: Configuration, amtool: Amtool): Promise<string[]> {
  const file = writeConfiguration(configuration, amtool.folder);
  const run = (...args: readonly string[]) =>
    runProcess([amtool.program, ...args], { cwd: amtool.folder, ...amtool });

  const { code, stdout, stderr } = await run("check-config", file);
  if (code !== 0) {
    return [`amtool refuses the configuration: ${(stderr || stdout).trim()}`];
  }
  const findings: string[] = [];
  for (const routeCase of casesOf(configuration)) {
    findings.push(...(await checkRoute(routeCase, file, run)));
  }
  for (const templateCase of "templates" in configuration.config ? TEMPLATE_CASES : []) {
    findings.push(...(await checkTemplate(templateCase, amtool.folder, run)));
  }
  return findings;
}

type Run = (...args: readonly string[]) => ReturnType<typeof runProcess>;

/** Cases of routes that an environment must pass. */
export const casesOf = ({ environment }: Configuration): RouteCase[] =>
  [...ROUTE_CASES, ...FLEET_ROUTE_CASES].filter(({ environments }) => environments.includes(environment));

/** Writes the configuration beside its templates, whose paths in it are those in the pod. */
function writeConfiguration({ config, templates }: Configuration, folder: string): string {
  for (const [name, text] of Object.entries(templates)) {
    writeFileSync(join(folder, name), text);
  }
  const file = join(folder, "alertmanager.json");
  const paths = (config.templates ?? []) as readonly string[];
  writeFileSync(
    file,
    JSON.stringify({ ...config, templates: paths.map((path) => join(folder, basename(path))) }),
  );
  return file;
}

async function checkRoute({ labels, receivers }: RouteCase, file: string, run: Run): Promise<string[]> {
  const alert = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  const { stdout, stderr } = await run("config", "routes", "test", `--config.file=${file}`, ...alert);
  const found = stdout.trim() || stderr.trim();

  return found === receivers.join(",")
    ? []
    : [`alert ${alert.join(" ")}: expected to reach ${receivers.join(", ")}, got ${found}`];
}

async function checkTemplate(
  { template, when, data, text }: TemplateCase,
  folder: string,
  run: Run,
): Promise<string[]> {
  const file = join(folder, "data.json");
  writeFileSync(file, JSON.stringify(data));
  const { stdout, stderr } = await run(
    "template",
    "render",
    `--template.glob=${join(folder, "*.tmpl")}`,
    `--template.text={{ template "${template}" . }}`,
    `--template.data=${file}`,
  );
  const found = stdout.trim() || stderr.trim();

  return found === text
    ? []
    : [`template ${template} when ${when}: expected ${JSON.stringify(text)}, got ${JSON.stringify(found)}`];
}
