import HASHES from "./provider-hashes.json";
import type { Json } from "./leaves";

/** File beside a stack's JSON in which Terraform looks for the providers that it may run. */
export const LOCK_FILE = ".terraform.lock.hcl";

/** Hashes of a provider's packages, by `<address> <version>`: one of each package, one of each archive. */
export type ProviderHashes = Readonly<Record<string, readonly string[]>>;

/** Hashes on record. `npm run lock` writes them. */
export const PROVIDER_HASHES: ProviderHashes = HASHES;

/** Full address of a source such as `aws` or `DrFaust92/pingdom`, as lock files have it. */
export function providerAddress(source: string): string {
  const parts = source.toLowerCase().split("/");
  return ["registry.terraform.io", "hashicorp", ""]
    .slice(0, 3 - parts.length)
    .concat(parts)
    .join("/");
}

/** Key of a provider in the record. */
export const hashesKey = (source: string, version: string): string => `${providerAddress(source)} ${version}`;

/**
 * Lock file of a stack, with each of its providers that has hashes on record; `undefined` if none has. Terraform
 * refuses another package under the same version.
 *
 * @see https://developer.hashicorp.com/terraform/language/files/dependency-lock
 */
export function lockFileOf(stack: Json, hashes: ProviderHashes = PROVIDER_HASHES): string | undefined {
  const blocks = requirementsOf(stack)
    .map(({ source, version }) => ({ source, version, known: hashes[hashesKey(source, version)] ?? [] }))
    .filter(({ known }) => known.length > 0)
    .map(({ source, version, known }) => [providerAddress(source), blockOf(source, version, known)] as const)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([, block]) => block);
  return blocks.length === 0 ? undefined : [HEADER, ...blocks].join("\n");
}

const HEADER = `# Synth writes this file from src/output/provider-hashes.json, and "npm run lock" writes that one.
`;

interface RequiredProvider {
  readonly source: string;
  readonly version: string;
}

const requirementsOf = (stack: Json): RequiredProvider[] =>
  Object.values(
    (stack as { terraform?: { required_providers?: Record<string, RequiredProvider> } }).terraform
      ?.required_providers ?? {},
  );

const blockOf = (source: string, version: string, hashes: readonly string[]): string =>
  [
    `provider "${providerAddress(source)}" {`,
    `  version     = "${version}"`,
    `  constraints = "${version}"`,
    "  hashes = [",
    ...hashes.map((hash) => `    "${hash}",`),
    "  ]",
    "}",
    "",
  ].join("\n");
