import { asMap, type JsonMap } from "../../../terraform-json/json-map";
import type { OfflineStack } from "../offline-stack";

/** Seconds that a release waits for its workloads: the few that are tried are ready in a tenth of it. */
const SECONDS = 90;

const impatientRelease = (block: JsonMap): JsonMap =>
  typeof block.timeout === "number" ? { ...block, timeout: SECONDS } : block;

/** A stack whose releases give up soon, so that those that cannot succeed take no quarter of an hour each. */
export function impatient(stack: OfflineStack): OfflineStack {
  const resources = asMap(stack.json.resource);
  const { helm_release: releases } = resources;
  if (releases === undefined) {
    // Terraform refuses a type without a block.
    return stack;
  }
  const hasty = Object.entries(asMap(releases)).map(([id, block]) => [id, impatientRelease(asMap(block))]);
  const resource = { ...resources, helm_release: Object.fromEntries(hasty) as JsonMap };
  return { ...stack, json: { ...stack.json, resource } };
}
