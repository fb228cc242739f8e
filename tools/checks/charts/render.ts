import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProcess } from "../../kit/run-process";
import { toolCache } from "../../toolbox/tools";
import { brokenLinks, chartDigest, keptRenderings, type Rendering } from "./kept-renderings";
import type { Release } from "./releases";

export interface Surroundings {
  /** Kubernetes minor version of the cluster, such as `1.36`. */
  readonly kubernetes: string;

  /** Kinds from CRDs, in the form in which charts ask for them: `monitoring.coreos.com/v1/ServiceMonitor`. */
  readonly apiVersions: readonly string[];

  /** Folder for values. */
  readonly folder: string;
}

/** Renders a release as an installation would, without a cluster. */
export type Render = (release: Release, chart: string, surroundings: Surroundings) => Promise<Rendering>;

/** Groups that every API server has and Helm leaves out where it asks none. */
const SERVED = ["apiregistration.k8s.io/v1"];

/**
 * Renders with real Helm. A release that it has rendered once it does not render again, in this run or, from the same
 * chart, in another one.
 */
export function renderWith(
  helm: string,
  signal: AbortSignal,
  cache: string = toolCache("renderings"),
): Render {
  const kept = keptRenderings(cache);
  const done = new Map<string, Promise<Rendering>>();
  let files = 0;

  return async ({ name, namespace, values, skipsCrds }, chart, { kubernetes, apiVersions, folder }) => {
    const problem = brokenLinks(chart);
    if (problem !== undefined) {
      return { yaml: "", problem };
    }
    const text = JSON.stringify(values);
    const options = [
      ...["--namespace", namespace],
      ...["--kube-version", `${kubernetes}.0`],
      ...(skipsCrds ? [] : ["--include-crds"]),
      // The platform does not run `helm test`.
      "--skip-tests",
      ...[...SERVED, ...apiVersions].flatMap((version) => ["--api-versions", version]),
    ];
    const input = [helm, name, chartDigest(chart), ...options, text];
    const key = JSON.stringify(input);
    const rendering = done.get(key) ?? kept.of(input, () => run(join(folder, `values-${files++}.json`)));
    done.set(key, rendering);
    return rendering;

    async function run(file: string): Promise<Rendering> {
      writeFileSync(file, text);
      const command = [helm, "template", name, chart, "--values", file, ...options];
      const { code, stdout, stderr } = await runProcess(command, { cwd: folder, signal });
      return code === 0 ? { yaml: stdout } : { yaml: "", problem: stderr.trim().replace(/\s+/g, " ") };
    }
  };
}
