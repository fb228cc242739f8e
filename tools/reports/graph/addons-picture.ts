import { blocksOf, type Block, type SynthesisedStack, type TerraformJson } from "./environment-stacks";
import type { Box, Picture } from "./picture";

/** Helm releases of an environment, and those that each waits for. */
export function addonsPicture(environment: string, stacks: readonly SynthesisedStack[]): Picture {
  const drawn = stacks.map(({ terraform }) => releasesOf(terraform));

  return {
    title: `${environment}: add-ons, each installed after those that point to it`,
    direction: "down",
    boxes: drawn.flatMap(({ boxes }) => boxes),
    arrows: drawn.flatMap(({ waits }) =>
      [...waits].flatMap(([to, before]) =>
        directly(before, waits).map((from) => ({ from, to, labels: [], dashed: false })),
      ),
    ),
  };
}

function releasesOf(terraform: TerraformJson) {
  const releases = blocksOf(terraform.resource, "helm_release");
  return {
    boxes: releases.map(box),
    waits: new Map(releases.map(([name]) => [name, releasesBefore(`helm_release.${name}`, terraform)])),
  };
}

function box([id, { name, chart, namespace }]: [string, Block]): Box {
  const ours = String(chart).startsWith("./");
  return {
    id,
    title: String(name),
    lines: [ours ? `custom resources in ${String(namespace)}` : `in ${String(namespace)}`],
    colour: ours ? "yellow" : "green",
  };
}

/** Releases that an address waits for, directly or through other resources. */
function releasesBefore(address: string, terraform: TerraformJson): Set<string> {
  const [type = "", name = ""] = address.split(".");
  const dependencies = (terraform.resource?.[type]?.[name]?.depends_on ?? []) as readonly string[];

  return new Set(
    dependencies.flatMap((dependency) => {
      const [before, release = ""] = dependency.split(".");
      return before === "helm_release" ? [release] : [...releasesBefore(dependency, terraform)];
    }),
  );
}

/** Releases without those that another one waits for already, so that no arrow is redundant. */
function directly(before: ReadonlySet<string>, waits: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const implied = new Set([...before].flatMap((release) => [...everythingBefore(release, waits)]));
  return [...before].filter((release) => !implied.has(release)).sort();
}

const everythingBefore = (
  release: string,
  waits: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> =>
  new Set([...(waits.get(release) ?? [])].flatMap((before) => [before, ...everythingBefore(before, waits)]));
