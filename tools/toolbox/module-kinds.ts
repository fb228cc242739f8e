import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadAll } from "js-yaml";
import type { Json } from "../../src/output/leaves";
import { asMap, type JsonMap } from "../terraform-json/json-map";
import { goModule } from "./go-module";

/** Definitions of kinds, or the reason why there are none. */
export type Kinds = { readonly definitions: readonly JsonMap[] } | { readonly missing: string };

/** Go module that carries definitions of kinds. */
interface KindsModule {
  /** Words for the kinds. */
  readonly name: string;

  /** Folder of `tools/toolbox` that names the module with its version, and its hash. */
  readonly pinned: string;
  readonly module: string;

  /** Folders of the module that have the definitions. */
  readonly folders: readonly string[];

  /**
   * Names of the files that are wanted.
   *
   * @default - all with definitions
   */
  readonly files?: readonly string[];
}

/** Modules by the release that installs the same kinds by a chart: they can be had where the chart cannot. */
const MODULES = {
  // Its operator brings them, and no chart.
  cilium: {
    name: "Cilium's kinds",
    pinned: "cilium-policies",
    module: "github.com/cilium/cilium",
    folders: ["pkg/k8s/apis/cilium.io/client/crds/v2"],
    files: ["ciliumnetworkpolicies.yaml"],
  },
  "gateway-api-crds": {
    name: "kinds of the Gateway API",
    pinned: "gateway-kinds",
    module: "sigs.k8s.io/gateway-api",
    folders: ["config/crd/standard"],
  },
  "karpenter-crd": {
    name: "Karpenter's kinds",
    pinned: "karpenter-kinds",
    module: "github.com/aws/karpenter-provider-aws",
    folders: ["pkg/apis/crds"],
  },
  kyverno: {
    name: "Kyverno's kinds",
    pinned: "kyverno-kinds",
    module: "github.com/kyverno/kyverno",
    folders: ["config/crds/policies.kyverno.io"],
  },
} satisfies Readonly<Record<string, KindsModule>>;

/** Name of a release whose kinds a Go module has. */
export type KindsRelease = keyof typeof MODULES;

/** Kinds by release. */
export type KindsOfReleases = Readonly<Partial<Record<string, Kinds>>>;

/** Definitions of the kinds that a release installs, from the Go module of their API. */
export async function moduleKinds(release: KindsRelease, signal: AbortSignal): Promise<Kinds> {
  const { name, pinned, module, folders, files }: KindsModule = MODULES[release];
  const found = await goModule(pinned, module, signal);
  return "missing" in found
    ? { missing: `${name}: ${found.missing}` }
    : { definitions: folders.flatMap((folder) => definitionsIn(join(found.folder, folder), files)) };
}

/** Kinds of every release that has a module. */
export const allModuleKinds = async (signal: AbortSignal): Promise<Record<KindsRelease, Kinds>> => ({
  cilium: await moduleKinds("cilium", signal),
  "gateway-api-crds": await moduleKinds("gateway-api-crds", signal),
  "karpenter-crd": await moduleKinds("karpenter-crd", signal),
  kyverno: await moduleKinds("kyverno", signal),
});

const definitionsIn = (folder: string, files: readonly string[] = readdirSync(folder)): JsonMap[] =>
  files
    .filter((name) => name.endsWith(".yaml"))
    .flatMap((name) => loadAll(readFileSync(join(folder, name), "utf8")) as Json[])
    .map(asMap)
    .filter(({ kind }) => kind === "CustomResourceDefinition");
