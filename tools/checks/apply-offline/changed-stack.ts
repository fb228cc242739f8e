import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import type { Json } from "../../../src/output/leaves";
import { blocksOf } from "../../terraform-json/blocks";
import { asList, asMap, isList, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { OfflineStack } from "./offline-stack";

/**
 * A stack in which every release has other values and every chart another version, as an upgrade has.
 *
 * @param folder - place of the charts with another version
 */
export function changedStack(stack: OfflineStack, folder: string): OfflineStack {
  const releases = Object.entries(blocksOf(stack.json, "helm_release"));
  const changed = releases.map(([id, block]): [string, JsonMap] => [id, changedRelease(block, folder)]);
  const resource = { ...asMap(stack.json.resource), helm_release: Object.fromEntries(changed) };
  return { ...stack, json: { ...stack.json, resource } };
}

function changedRelease(block: JsonMap, folder: string): JsonMap {
  const values = asList(block.values).map((text) => changedText(textOf(text)));
  const chart = textOf(block.chart);
  if (chart.startsWith("./")) {
    return { ...block, values };
  }
  const { copy, version } = nextVersion(chart, textOf(block.version), folder);
  return { ...block, values, chart: copy, version };
}

/** Values as JSON, with expressions of Terraform in strings, which a change leaves alone. */
const changedText = (text: string): string =>
  JSON.stringify(changedValues(JSON.parse(text) as JsonMap), null, 2);

/** Values of which one differs: labels of own objects, else an amount of memory, else one that no chart reads. */
export function changedValues(values: JsonMap): JsonMap {
  if (isList(values.objects)) {
    return { ...values, objects: values.objects.map((object) => labelled(asMap(object))) };
  }
  let isDone = false;
  const changed = (value: Json, key: string): Json => {
    if (isList(value)) {
      return value.map((item) => changed(item, ""));
    }
    if (isMap(value)) {
      const entries = Object.entries(value);
      return Object.fromEntries(entries.map(([name, item]) => [name, changed(item, name)]));
    }
    const [, amount] = (key === "memory" && /^(\d+)Mi$/.exec(textOf(value))) || [];
    if (amount === undefined || isDone) {
      return value;
    }
    isDone = true;
    return `${Number(amount) - 1}Mi`;
  };
  const result = asMap(changed(values, ""));
  return isDone ? result : { ...result, global: { ...asMap(result.global), changedOffline: "yes" } };
}

function labelled(object: JsonMap): JsonMap {
  const metadata = asMap(object.metadata);
  const labels = { ...asMap(metadata.labels), "changed-offline": "yes" };
  return { ...object, metadata: { ...metadata, labels } };
}

/** Copy of a chart in its next patch version. */
function nextVersion(
  chart: string,
  version: string,
  folder: string,
): { readonly copy: string; readonly version: string } {
  const next = version.replace(/\d+(?=\D*$)/, (patch) => String(Number(patch) + 1));
  const copy = join(folder, chart.split("/").at(-1)!);
  mkdirSync(folder, { recursive: true });
  cpSync(chart, copy, { recursive: true });
  const file = join(copy, "Chart.yaml");
  writeFileSync(file, stringify({ ...(parse(readFileSync(file, "utf8")) as JsonMap), version: next }));
  return { copy, version: next };
}
