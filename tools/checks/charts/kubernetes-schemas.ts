import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runProcess } from "../../kit/run-process";
import { pythonTool } from "../../toolbox/python";
import type { JsonMap } from "../../terraform-json/json-map";

/** Schemas of Kubernetes' own kinds, of every minor version. */
export interface KubernetesSchemas {
  /** Version of the package that carries them. */
  readonly version: string;
  readonly folder: string;
}

/** Folder of the schemas, or the reason for its absence. */
export async function kubernetesSchemas(
  signal: AbortSignal,
): Promise<KubernetesSchemas | { readonly missing: string }> {
  const tool = await pythonTool("kubernetes-validate", signal);
  if ("missing" in tool) {
    return tool;
  }
  const where = "import kubernetes_validate; print(kubernetes_validate.__path__[0])";
  const { code, stdout, stderr } = await runProcess([tool.program, "-c", where], { cwd: ".", signal });
  return code === 0
    ? { version: tool.version, folder: join(stdout.trim(), "kubernetes-json-schema") }
    : { missing: `kubernetes-validate does not load: ${stderr.trim().split("\n").at(-1)}` };
}

/**
 * Folder of one Kubernetes version's schemas, which refuse unknown fields; that of the newest version before
 * it if there is none.
 */
export function schemaFolder(
  { folder }: KubernetesSchemas,
  kubernetes: string,
): { readonly folder: string; readonly kubernetes: string } | undefined {
  const minorOf = (version: string) => Number(version.split(".")[1]);
  const nearest = readdirSync(folder)
    .flatMap((name) => /^v(1\.\d+)\.\d+-local-strict$/.exec(name)?.[1] ?? [])
    .filter((version) => minorOf(version) <= minorOf(kubernetes))
    .sort((one, other) => minorOf(other) - minorOf(one))[0];
  return nearest === undefined
    ? undefined
    : { folder: join(folder, `v${nearest}.0-local-strict`), kubernetes: nearest };
}

export const definitionsIn = (folder: string): JsonMap => read(join(folder, "_definitions.json"));

/**
 * Schema of a kind: for `Deployment` in `apps/v1` `deployment-apps-v1.json`, for one of
 * `rbac.authorization.k8s.io/v1` `…-rbac-v1.json`.
 */
export function schemaIn(folder: string, apiVersion: string, kind: string): JsonMap | undefined {
  const group = apiVersion.replace(/^([^./]*)[^/]*\//, "$1-");
  const file = join(folder, `${kind.toLowerCase()}-${group}.json`);
  return existsSync(file) ? read(file) : undefined;
}

const read = (file: string): JsonMap => JSON.parse(readFileSync(file, "utf8")) as JsonMap;
