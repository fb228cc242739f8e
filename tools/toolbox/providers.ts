import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lastLine } from "../kit/retried";
import type { Outcome } from "../kit/run-process";
import { keepProviders, keptProviders } from "./kept-providers";
import { keyOf, type Requirement } from "../terraform-json/requirements";
import { errorsIn, terraform } from "./terraform";

/** A provider that is available. */
export interface Provider extends Requirement {
  /** Version that is used, and that stacks must ask for to get it. */
  readonly used: string;

  /** Folder for `terraform init -plugin-dir`. */
  readonly plugins: string;
}

/** A provider that is not available on this machine. */
export interface MissingProvider extends Requirement {
  /** Reason why no version is available. */
  readonly missing: string;
}

/** Result for each requirement, by `keyOf`. */
export type Providers = ReadonlyMap<string, Provider | MissingProvider>;

/**
 * Finds providers: in the version that is asked for or, if it is not available, in the newest of the same
 * major version. Looks first among the kept ones, and then at Terraform's own sources on this machine.
 */
export async function provide(
  requirements: readonly Requirement[],
  folder: string,
  signal: AbortSignal,
): Promise<Providers> {
  const providers = new Map<string, Provider | MissingProvider>();
  // One after the other: Terraform's own plugin cache does not support two at a time.
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
  mkdirSync(folder, { recursive: true });
  let missing = "";
  for (const constraint of [version, `~> ${version.split(".")[0]}.0`]) {
    const terraformBlock = { required_providers: { [name]: { source, version: constraint } } };
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ terraform: terraformBlock }));

    for (const where of [[`-plugin-dir=${keptProviders()}`], []]) {
      const init = await terraform(["init", "-backend=false", ...where], { folder, signal, env: ANY_CACHE });
      if (init.code === 0) {
        const plugins = join(folder, ".terraform", "providers");
        keepProviders(plugins);
        return { ...requirement, used: await versionIn(folder, source, signal), plugins };
      }
      missing = reasonOf(init);
    }
  }
  return { ...requirement, missing };
}

/** Allows a plugin cache: there is no lock file of an earlier run that it could break. */
const ANY_CACHE = { TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "1" };

/** Version that Terraform chose. */
async function versionIn(folder: string, source: string, signal: AbortSignal): Promise<string> {
  const { stdout } = await terraform(["version", "-json"], { folder, signal });
  const { provider_selections: chosen } = JSON.parse(stdout) as {
    provider_selections: Record<string, string>;
  };
  // Terraform writes all of an address in small letters.
  const end = `/${source.toLowerCase()}`;
  return Object.entries(chosen).find(([address]) => address.endsWith(end))?.[1] ?? "";
}

/** Reason in an error, without advice that is of no use here. */
const reasonOf = (init: Outcome): string => lastLine(errorsIn(init).replace(/ To see which modules.*$/, ""));
