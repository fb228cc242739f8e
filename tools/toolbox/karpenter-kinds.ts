import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import type { Json } from "../../src/output/leaves";
import { asMap, type JsonMap } from "../terraform-json/json-map";
import { goModule } from "./go-module";

/** Go module of Karpenter's API, whose package of kinds carries their definitions. */
const MODULE = "github.com/aws/karpenter-provider-aws";
const DEFINITIONS = "pkg/apis/crds";

/** Definitions of kinds, or the reason why there are none. */
export type Kinds = { readonly definitions: readonly JsonMap[] } | { readonly missing: string };

/** Definitions of Karpenter's kinds, from the Go module of its API: they can be had where its chart cannot. */
export async function karpenterKinds(signal: AbortSignal): Promise<Kinds> {
  const module = await goModule("karpenter-kinds", MODULE, signal);
  return "missing" in module
    ? { missing: `Karpenter's kinds: ${module.missing}` }
    : { definitions: definitionsIn(module.folder) };
}

const definitionsIn = (module: string): JsonMap[] =>
  readdirSync(join(module, DEFINITIONS))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => asMap(load(readFileSync(join(module, DEFINITIONS, name), "utf8")) as Json));
