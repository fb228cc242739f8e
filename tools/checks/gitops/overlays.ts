import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parse, parseAllDocuments } from "yaml";
import { lastLine } from "../../kit/retried";
import { runProcess } from "../../kit/run-process";

/** File that makes a folder one that kustomize builds. */
export const FILE = "kustomization.yaml";

/** File of a namespace of a cluster, from the root of a template repository. */
const OF_NAMESPACE =
  /^management-clusters\/[^/]+\/organizations\/[^/]+\/workload-clusters\/[^/]+\/[^/]+\/kustomization\.yaml$/;

/** Folders of a template repository that Flux applies, as seen from its root. */
export const overlaysIn = (repository: string): string[] =>
  readdirSync(repository, { recursive: true, encoding: "utf8" })
    .filter((file) => OF_NAMESPACE.test(file))
    .map((file) => dirname(file))
    .sort();

/** Program that builds folders of one repository. */
interface Build {
  readonly kustomize: string;
  readonly repository: string;
  readonly signal: AbortSignal;
}

/** Object as far as the check looks at it. */
interface Built {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** Objects of a folder in YAML, or the error of kustomize. */
export async function built(
  overlay: string,
  { kustomize, repository, signal }: Build,
): Promise<{ readonly yaml: string } | { readonly problem: string }> {
  const { code, stdout, stderr } = await runProcess([kustomize, "build", overlay], {
    cwd: repository,
    signal,
  });
  return code === 0 ? { yaml: stdout } : { problem: lastLine(stderr) };
}

/** Objects that are not in the namespace that their folder is called after: Flux may make none of them. */
export const strayObjects = (overlay: string, yaml: string): string[] =>
  parseAllDocuments(yaml)
    .map((document) => document.toJS() as Built)
    .filter(({ metadata }) => metadata.namespace !== basename(overlay))
    .map(
      ({ kind, metadata: { name, namespace = "none" } }) =>
        `${overlay}: expected ${kind} ${name} in namespace ${basename(overlay)}, got ${namespace}; set namespace in its ${FILE}`,
    );

/** Content of a folder's file with its components the other way round. */
export function withComponentsReversed(repository: string, overlay: string): string {
  const content = parse(readFileSync(join(repository, overlay, FILE), "utf8")) as {
    readonly components?: readonly string[];
  };
  return JSON.stringify({ ...content, components: [...(content.components ?? [])].reverse() });
}

/** Objects in a form that the order of patches leaves alone: kustomize puts a list's patched item first. */
export const inAnyOrder = (yaml: string): string =>
  parseAllDocuments(yaml)
    .map((document) => JSON.stringify(sorted(document.toJS())))
    .sort()
    .join("\n");

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted).sort((one, other) => nameOf(one).localeCompare(nameOf(other)))
    : typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sorted(inner)]))
      : value;

/** Name of an item by which kustomize knows it again; items without one keep their places. */
const nameOf = (item: unknown): string =>
  typeof item === "object" && item !== null && "name" in item ? String(item.name) : "";
