import { isList, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { blocksOf } from "../../terraform-json/blocks";
import { plausible } from "./plausible";
import { knownRoles } from "./trusts";

/** A Helm release of a stack, with the input that Helm would get. */
export interface Release {
  /** Address in Terraform, such as `helm_release.dex_release`. */
  readonly address: string;
  readonly name: string;
  readonly namespace: string;
  readonly chart: Chart;
  readonly values: JsonMap;

  /** True where Helm leaves out the kinds in the chart's folder `crds`. */
  readonly skipsCrds: boolean;

  /** Addresses of the releases that are installed before it, directly or not. */
  readonly after: ReadonlySet<string>;
}

/** Name of our own chart. */
export const OWN_CHART = "manifests";

/** A chart of a repository, or one of our own in a folder. */
export interface Chart {
  readonly name: string;

  /** Version, of a chart in a repository. */
  readonly version?: string;
  readonly repository?: string;

  /** Folder, of a chart of our own. */
  readonly folder?: string;
}

/** Releases of a stack, each after those that it waits for. */
export function releasesOf({ json, folder }: SynthesisedStack): Release[] {
  const waits = waitsIn(json);
  const releases = Object.entries(blocksOf(json, "helm_release")).map(([id, block]): Release => {
    const address = `helm_release.${id}`;
    const after = [...everythingBefore(address, waits)].filter((other) => other.startsWith("helm_release."));
    return {
      address,
      name: textOf(block.name),
      namespace: textOf(block.namespace),
      chart: chartOf(block, folder),
      values: valuesOf(block, json),
      skipsCrds: block.skip_crds === true,
      after: new Set(after),
    };
  });
  return releases.sort((one, other) => one.after.size - other.after.size);
}

function chartOf({ chart, version, repository }: JsonMap, folder: string): Chart {
  const name = textOf(chart);
  return name.startsWith("./")
    ? { name: OWN_CHART, folder: `${folder}/${name}` }
    : { name, version: textOf(version), repository: textOf(repository) };
}

function valuesOf({ values }: JsonMap, json: JsonMap): JsonMap {
  const [text] = isList(values) ? values : [];
  return JSON.parse(plausible(textOf(text ?? "{}"), knownRoles(json))) as JsonMap;
}

/** Addresses that every resource waits for, by its address. */
function waitsIn({ resource }: JsonMap): ReadonlyMap<string, readonly string[]> {
  const types = Object.entries(isMap(resource) ? resource : {});
  return new Map(
    types.flatMap(([type, blocks]) =>
      Object.entries(isMap(blocks) ? blocks : {}).map(([id, block]) => {
        const before = isMap(block) && isList(block.depends_on) ? block.depends_on : [];
        return [`${type}.${id}`, before.map(textOf)] as const;
      }),
    ),
  );
}

function everythingBefore(address: string, waits: ReadonlyMap<string, readonly string[]>): Set<string> {
  const before = new Set<string>();
  const queue = [...(waits.get(address) ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (!before.has(next)) {
      before.add(next);
      queue.push(...(waits.get(next) ?? []));
    }
  }
  return before;
}
