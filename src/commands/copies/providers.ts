import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "../run-process";
import { toolCache } from "../verify/tools";
import { keyOf, type Requirement } from "./requirements";
import { errorsIn, terraform } from "./terraform";

/** A provider that can be had. */
export interface Provider extends Requirement {
  /** The version that is used, and what stacks must ask for to get it. */
  readonly used: string;

  /** A folder for `terraform init -plugin-dir`. */
  readonly plugins: string;
}

export interface MissingProvider extends Requirement {
  /** Why it cannot be had in any version. */
  readonly missing: string;
}

/** What became of each requirement, by `keyOf`. */
export type Providers = ReadonlyMap<string, Provider | MissingProvider>;

/**
 * Fetches providers, each once: in the version that is asked for or, where that cannot be had, in the newest of the
 * same major version.
 */
export async function provide(
  requirements: readonly Requirement[],
  folder: string,
  signal: AbortSignal,
): Promise<Providers> {
  const providers = new Map<string, Provider | MissingProvider>();
  // One after the other: the cache of plugins is not made for two at a time.
  for (const [index, requirement] of requirements.entries()) {
    const place = join(folder, String(index));
    providers.set(keyOf(requirement), await provideOne(requirement, place, signal));
  }
  return providers;
}

async function provideOne(
  requirement: Requirement,
  folder: string,
  signal: AbortSignal,
): Promise<Provider | MissingProvider> {
  const { name, source, version } = requirement;
  let missing = "";
  for (const constraint of [version, `~> ${version.split(".")[0]}.0`]) {
    mkdirSync(folder, { recursive: true });
    const terraformBlock = { required_providers: { [name]: { source, version: constraint } } };
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ terraform: terraformBlock }));

    const init = await terraform(["init", "-backend=false"], { folder, signal, env: pluginCache() });
    if (init.code === 0) {
      const used = await versionIn(folder, source, signal);
      return { ...requirement, used, plugins: join(folder, ".terraform", "providers") };
    }
    missing ||= reasonOf(init);
  }
  return { ...requirement, missing };
}

/** One folder for everything that is fetched, unless this machine has another. */
function pluginCache(): Record<string, string> {
  const { TF_PLUGIN_CACHE_DIR: folder = toolCache("terraform-plugins") } = process.env;
  mkdirSync(folder, { recursive: true });
  // There is no lock file of an earlier run to break.
  return { TF_PLUGIN_CACHE_DIR: folder, TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "1" };
}

/** The version that Terraform chose. */
async function versionIn(folder: string, source: string, signal: AbortSignal): Promise<string> {
  const { stdout } = await terraform(["version", "-json"], { folder, signal });
  const { provider_selections: chosen } = JSON.parse(stdout) as {
    provider_selections: Record<string, string>;
  };
  // Terraform writes all of an address in small letters.
  const end = `/${source.toLowerCase()}`;
  return Object.entries(chosen).find(([address]) => address.endsWith(end))?.[1] ?? "";
}

/** Without advice that is of no use here. */
const reasonOf = (init: Outcome): string => errorsIn(init).replace(/ To see which modules.*$/, "");
