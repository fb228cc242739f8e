import { hashesKey, PROVIDER_HASHES, type ProviderHashes } from "../../src/output/lock-file";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { PLATFORMS } from "../operate/lock/provider-hashes";
import { requiredProviders } from "../operate/lock/required-providers";
import type { Requirement } from "../terraform-json/requirements";
import type { Verdict, Verification } from "./verdict";

const FILE = "src/output/provider-hashes.json";

/** Holds that every provider of every stack has hashes on record, from which synth writes lock files. */
export const locks: Verification = (progress) => {
  progress("synth");
  return inTemporaryFolder("locks", (folder) =>
    Promise.resolve(verdictOf(requiredProviders(folder), PROVIDER_HASHES)),
  );
};

/** Verdict on the record of hashes. */
export function verdictOf(required: readonly Requirement[], record: ProviderHashes): Verdict {
  const keys = new Set(required.map(({ source, version }) => hashesKey(source, version)));
  const without = [...keys].filter((key) => !Object.hasOwn(record, key));
  return {
    tool: "lock files",
    version: "",
    checked: `${keys.size - without.length} of ${keys.size} providers`,
    findings: [
      ...Object.keys(record)
        .filter((key) => !keys.has(key))
        .map((key) => `${FILE}: ${key}: expected a provider that some stack needs; run npm run lock`),
      ...Object.entries(record).flatMap(([key, hashes]) => problemsOf(key, hashes)),
    ],
    notChecked: without.map(
      (key) =>
        `WITHOUT LOCK ${key}: no hashes on record; npm run lock writes them where the registry is in reach`,
    ),
  };
}

/** A package for each platform has its hash (`h1`), and each archive that the registry signs (`zh`). */
function problemsOf(key: string, hashes: readonly string[]): string[] {
  const packages = hashes.filter((hash) => /^h1:[A-Za-z0-9+/]{43}=$/.test(hash));
  const archives = hashes.filter((hash) => /^zh:[0-9a-f]{64}$/.test(hash));
  return packages.length >= PLATFORMS.length &&
    archives.length > 0 &&
    packages.length + archives.length === hashes.length
    ? []
    : [
        `${FILE}: ${key}: expected a hash "h1:…" for each of ${PLATFORMS.join(", ")} and hashes "zh:…" of the registry's ` +
          `archives, got ${packages.length} and ${archives.length} of ${hashes.length}; run npm run lock`,
      ];
}
