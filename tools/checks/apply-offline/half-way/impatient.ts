import { blocksOf } from "../../../terraform-json/blocks";
import { asMap, type JsonMap } from "../../../terraform-json/json-map";
import type { OfflineStack } from "../offline-stack";

/** Seconds that a release waits for its workloads: the few that are tried are ready in a tenth of it. */
const SECONDS = 90;

const impatientRelease = (block: JsonMap): JsonMap =>
  typeof block.timeout === "number" ? { ...block, timeout: SECONDS } : block;

/** A stack whose releases give up soon, so that those that cannot succeed take no quarter of an hour each. */
export function impatient(stack: OfflineStack): OfflineStack {
  const releases = Object.entries(blocksOf(stack.json, "helm_release")).map(
    ([id, block]): [string, JsonMap] => [id, impatientRelease(block)],
  );
  const resource = { ...asMap(stack.json.resource), helm_release: Object.fromEntries(releases) };
  return { ...stack, json: { ...stack.json, resource } };
}
