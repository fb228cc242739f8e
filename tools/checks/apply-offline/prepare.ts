import { join } from "node:path";
import type { Environment } from "../../../src/settings/environment/environment";
import { synthesise } from "../../samples/synthesise";
import { allRequirements } from "../../terraform-json/requirements";
import { type ApplyPrograms, applyPrograms } from "../../toolbox/apply-programs";
import { provide, type Providers } from "../../toolbox/providers";
import { pythonTool } from "../../toolbox/python";
import { terraformVersion } from "../../toolbox/terraform-version";
import { chartFolders } from "../charts/chart-folders";
import { renderWith } from "../charts/render";
import { type ClusterStacks, stacksOf } from "./cluster-stacks";
import type { AwsPrograms } from "./emulated-aws";

/** Tools of a preparation. */
export interface PrepareTools {
  readonly folder: string;
  readonly progress: (text: string) => void;
  readonly signal: AbortSignal;
}

/** Clusters that are ready to be applied, with all that it takes. */
export interface Prepared {
  /** Version of Kubernetes. */
  readonly version: string;
  readonly programs: ApplyPrograms;
  readonly clusters: readonly ClusterStacks[];
  readonly providers: Providers;

  /**
   * Programs that play AWS.
   *
   * @default - none: the provider for AWS is missing, too
   */
  readonly aws?: AwsPrograms | undefined;
}

/** Providers without which there is nothing to apply. */
const NEEDED = ["kubernetes", "helm"];

/**
 * Synthesises the clusters of environments, and finds programs, providers and charts; says what is missing. Looks
 * for providers first: without them there is nothing to build a control plane for, which takes minutes.
 */
export async function prepare(
  environments: readonly Environment[],
  { folder, progress, signal }: PrepareTools,
): Promise<Prepared | { readonly missing: string }> {
  if ((await terraformVersion(signal)) === undefined) {
    return { missing: "terraform was not found" };
  }
  progress("synth");
  const stacks = synthesise(environments, join(folder, "stacks"));
  progress("providers");
  const requirements = allRequirements(stacks.map(({ json }) => json)).filter(isOfClusters);
  const providers = await provide(requirements, join(folder, "providers"), signal);
  const missing = [...providers.values()].flatMap((one) =>
    "missing" in one && NEEDED.includes(one.name) ? [`provider ${one.name}: ${one.missing}`] : [],
  );
  if (missing.length > 0) {
    return { missing: missing.join("; ") };
  }
  const tools = await applyPrograms(progress, signal);
  if ("missing" in tools) {
    return tools;
  }
  progress("charts");
  const { helm } = tools.programs;
  const renderer = { folders: chartFolders(helm, signal), render: renderWith(helm, signal), scratch: folder };
  const clusters: ClusterStacks[] = [];
  for (const cluster of environments.flatMap((environment) => environment.clusters)) {
    clusters.push(await stacksOf(cluster, stacks, renderer));
  }
  return { ...tools, clusters, ...(await emulated(providers, signal)) };
}

/** Providers of the stacks of a cluster. */
const isOfClusters = ({ name }: { readonly name: string }): boolean =>
  name === "aws" || NEEDED.includes(name);

/** Providers with the programs that play AWS, or else without that of AWS: it would look for the real one. */
async function emulated(
  providers: Providers,
  signal: AbortSignal,
): Promise<Pick<Prepared, "providers" | "aws">> {
  const provider = [...providers.values()].find(({ name }) => name === "aws");
  if (provider === undefined || "missing" in provider) {
    return { providers };
  }
  const moto = await pythonTool("moto", signal);
  return "missing" in moto
    ? { providers: withoutAws(providers, `moto: ${moto.missing}`) }
    : { providers, aws: { python: moto.program, provider } };
}

/** Providers of which that of AWS is missing. */
export const withoutAws = (providers: Providers, missing: string): Providers =>
  new Map(
    [...providers].map(([key, one]) => {
      const { name, source, version } = one;
      return [key, name === "aws" ? { name, source, version, missing } : one];
    }),
  );
