import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { load } from "js-yaml";
import type { Json } from "../../src/output/leaves";
import { lastLine, retried } from "../kit/retried";
import { runProcess } from "../kit/run-process";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { asMap, type JsonMap, textOf } from "../terraform-json/json-map";
import { GO_BUILD } from "./go-tools";

/** Go module of Karpenter's API, whose package of kinds carries their definitions. */
const MODULE = "github.com/aws/karpenter-provider-aws";
const DEFINITIONS = "pkg/apis/crds";

/** Go module that names it with its version, and its hash. */
const PINNED = resolve("tools/toolbox/karpenter-kinds");

/** Definitions of kinds, or the reason why there are none. */
export type Kinds = { readonly definitions: readonly JsonMap[] } | { readonly missing: string };

/** Definitions of Karpenter's kinds, from the Go module of its API: they can be had where its chart cannot. */
export const karpenterKinds = (signal: AbortSignal): Promise<Kinds> =>
  inTemporaryFolder("karpenter-kinds", async (folder) => {
    ["go.mod", "go.sum"].forEach((file) => copyFileSync(join(PINNED, file), join(folder, file)));
    const { code, stdout, stderr } = await retried(() =>
      runProcess(["go", "mod", "download", "-json", MODULE], {
        cwd: folder,
        env: { ...process.env, ...GO_BUILD },
        signal,
      }),
    );
    if (code !== 0) {
      const reason = code === 127 ? "Go, which brings them, was not found" : lastLine(stderr);
      return { missing: `Karpenter's kinds: ${reason}` };
    }
    return { definitions: definitionsIn(textOf(asMap(JSON.parse(stdout) as Json).Dir)) };
  });

const definitionsIn = (module: string): JsonMap[] =>
  readdirSync(join(module, DEFINITIONS))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => asMap(load(readFileSync(join(module, DEFINITIONS, name), "utf8")) as Json));
