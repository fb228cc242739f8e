import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { load } from "js-yaml";
import type { Json } from "../../src/output/leaves";
import { lastLine, retried } from "../kit/retried";
import { runProcess } from "../kit/run-process";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { asMap, type JsonMap, textOf } from "../terraform-json/json-map";
import { GO_BUILD } from "./go-tools";

/** Definitions of kinds, or the reason why there are none. */
export type Kinds = { readonly definitions: readonly JsonMap[] } | { readonly missing: string };

/** Place of definitions in a Go module. */
interface KindsOfModule {
  /** Program whose kinds they are, as a sentence begins with it. */
  readonly of: string;
  readonly module: string;

  /** Folder of the definitions within the module. */
  readonly folder: string;

  /** Go module that names it with its version, and its hash. */
  readonly pinned: string;

  /** True for the name of a file that is wanted. */
  readonly isWanted: (file: string) => boolean;
}

/** Definitions of kinds from a Go module: they can be had where a chart cannot. */
const kindsOfModule = ({ of, module, folder, pinned, isWanted }: KindsOfModule, signal: AbortSignal) =>
  inTemporaryFolder("kinds", async (scratch): Promise<Kinds> => {
    ["go.mod", "go.sum"].forEach((file) => copyFileSync(join(pinned, file), join(scratch, file)));
    const { code, stdout, stderr } = await retried(() =>
      runProcess(["go", "mod", "download", "-json", module], {
        cwd: scratch,
        env: { ...process.env, ...GO_BUILD },
        signal,
      }),
    );
    if (code !== 0) {
      const reason = code === 127 ? "Go, which brings them, was not found" : lastLine(stderr);
      return { missing: `${of} kinds: ${reason}` };
    }
    const place = join(textOf(asMap(JSON.parse(stdout) as Json).Dir), folder);
    return {
      definitions: readdirSync(place)
        .filter(isWanted)
        .map((name) => asMap(load(readFileSync(join(place, name), "utf8")) as Json)),
    };
  });

/** Definitions of Karpenter's kinds, from the Go module of its API. */
export const karpenterKinds = (signal: AbortSignal): Promise<Kinds> =>
  kindsOfModule(
    {
      of: "Karpenter's",
      module: "github.com/aws/karpenter-provider-aws",
      folder: "pkg/apis/crds",
      pinned: resolve("tools/toolbox/karpenter-kinds"),
      isWanted: (name) => name.endsWith(".yaml"),
    },
    signal,
  );

/** Definition of Cilium's kind of network policies, which its operator brings to a cluster and no chart. */
export const ciliumKinds = (signal: AbortSignal): Promise<Kinds> =>
  kindsOfModule(
    {
      of: "Cilium's",
      module: "github.com/cilium/cilium",
      folder: "pkg/k8s/apis/cilium.io/client/crds/v2",
      pinned: resolve("tools/toolbox/cilium-policies"),
      isWanted: (name) => name === "ciliumnetworkpolicies.yaml",
    },
    signal,
  );
