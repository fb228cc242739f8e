import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashesKey, LOCK_FILE, type ProviderHashes } from "../../../src/output/lock-file";
import type { Requirement } from "../../terraform-json/requirements";
import { errorsIn, terraform } from "../../toolbox/terraform";
import { lastLine } from "../../kit/retried";

/** Machines that run Terraform: HCP Terraform's and GitHub's, and those of engineers. */
export const PLATFORMS = ["linux_amd64", "linux_arm64", "darwin_amd64", "darwin_arm64"];

/** Outcome for one provider. */
export type Locked =
  | { readonly requirement: Requirement; readonly hashes: readonly string[] }
  | { readonly requirement: Requirement; readonly missing: string };

/** Asks Terraform for the hashes of a provider's packages for all platforms. */
export async function lockProvider(
  requirement: Requirement,
  mirror: string | undefined,
  folder: string,
  signal: AbortSignal,
): Promise<Locked> {
  const { name, source, version } = requirement;
  mkdirSync(folder, { recursive: true });
  const required = { required_providers: { [name]: { source, version } } };
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ terraform: required }));

  const platforms = PLATFORMS.map((platform) => `-platform=${platform}`);
  const run = await terraform(["providers", "lock", ...from(mirror), ...platforms], { folder, signal });
  if (run.code !== 0) {
    return { requirement, missing: lastLine(errorsIn(run)) };
  }
  return { requirement, hashes: hashesIn(readFileSync(join(folder, LOCK_FILE), "utf8")) };
}

const from = (mirror: string | undefined): string[] =>
  mirror === undefined ? [] : [`${mirror.startsWith("https://") ? "-net-mirror" : "-fs-mirror"}=${mirror}`];

const hashesIn = (lockFile: string): string[] =>
  [...lockFile.matchAll(/"((?:h1|zh):[^"]+)"/g)].map(([, hash]) => hash!).sort();

/** Record with what was found. Hashes of a version that was out of reach stay; those of other versions go. */
export const recordOf = (locked: readonly Locked[], before: ProviderHashes): ProviderHashes =>
  Object.fromEntries(
    locked
      .map((one) => {
        const { source, version } = one.requirement;
        const key = hashesKey(source, version);
        return [key, "hashes" in one ? one.hashes : (before[key] ?? [])] as const;
      })
      .filter(([, hashes]) => hashes.length > 0)
      .sort(([one], [other]) => one.localeCompare(other)),
  );
