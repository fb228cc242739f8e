import { CHART } from "../../../src/addons/prometheus-operator-crds/chart";
import { NETWORK_POLICIES } from "../../../src/stacks/cluster-services/network-policies";
import { blocksOf } from "../../terraform-json/blocks";
import type { JsonMap } from "../../terraform-json/json-map";
import type { EnvironmentStack } from "./environment-stacks";
import type { Box, Picture } from "./picture";
import { together } from "./together";

/** Releases that every chart waits for: the title says so, in place of an arrow to each. */
const FIRST: readonly string[] = [CHART.name, NETWORK_POLICIES];

/** Beginning of a name that is broken, up to its last hyphen that fits. */
const LONG_NAME = /^(?=.{16})(.{1,14}-)/;

/** Helm releases of an environment, and those that each waits for. */
export function addonsPicture(environment: string, stacks: readonly EnvironmentStack[]): Picture {
  const drawn = stacks.map(({ json }) => releasesOf(json));

  return {
    title: `${environment}: add-ons, each after those that point to it and ${FIRST.join(", ")}`,
    direction: "down",
    legend: { green: "chart of an add-on", yellow: "custom resources of ours" },
    ...together({
      boxes: drawn.flatMap(({ boxes }) => boxes),
      arrows: drawn.flatMap(({ waits }) =>
        [...waits].flatMap(([to, before]) =>
          directly(before, waits)
            .filter((from) => !FIRST.some((first) => from.startsWith(first)))
            .map((from) => ({ from, to, labels: [], dashed: false })),
        ),
      ),
    }),
  };
}

function releasesOf(json: JsonMap) {
  const all = Object.entries(blocksOf(json, "helm_release"));
  const names = all.map(([, { name }]) => String(name));
  const owned = all.filter(([, { name }]) => names.includes(ownerOf(String(name)) ?? ""));
  const releases = all.filter((release) => !owned.includes(release));
  const budgets = owned.map(([, { name }]) => ownerOf(String(name)));
  return {
    boxes: releases.map((release) => box(release, budgets.includes(String(release[1].name)))),
    waits: new Map(releases.map(([id]) => [id, releasesBefore(`helm_release.${id}`, json)])),
  };
}

/** Add-on whose disruption budgets a release has. They are drawn in its box. */
const ownerOf = (release: string): string | undefined => /^(.+)-disruption-budgets$/.exec(release)?.[1];

function box([id, { name, chart, namespace }]: [string, JsonMap], hasBudgets: boolean): Box {
  return {
    id,
    title: String(name).replace(LONG_NAME, "$1\n"),
    lines: [String(namespace), ...(hasBudgets ? ["with budgets"] : [])],
    colour: String(chart).startsWith("./") ? "yellow" : "green",
  };
}

/** Releases that an address waits for, directly or through other resources. */
function releasesBefore(address: string, json: JsonMap): Set<string> {
  const [type = "", name = ""] = address.split(".");
  const dependencies = (blocksOf(json, type)[name]?.depends_on ?? []) as readonly string[];

  return new Set(
    dependencies.flatMap((dependency) => {
      const [before, release = ""] = dependency.split(".");
      return before === "helm_release" ? [release] : [...releasesBefore(dependency, json)];
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
