import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { asMap, type JsonMap, textOf } from "../terraform-json/json-map";
import type { SynthesisedStack } from "../terraform-json/stack";
import type { Providers } from "../toolbox/providers";
import { keyOf, requirementsOf } from "../terraform-json/requirements";
import { withoutBlocks } from "../terraform-json/without-blocks";

/** Value in place of everything that a missing provider would have returned; nothing is known about it. */
const STAND_IN = "absent";

/**
 * A stack that asks for available versions, without the parts that need a missing provider.
 *
 * @param standInFor - expression that others read in place of a missing block; a variable by default
 */
export function withProviders(
  { json, folder }: SynthesisedStack,
  providers: Providers,
  standInFor?: (address: string) => string,
): JsonMap {
  const requirements = requirementsOf(json);
  const found = requirements.flatMap((requirement) => {
    const provider = providers.get(keyOf(requirement));
    return provider && "used" in provider ? [provider] : [];
  });
  const missing = requirements
    .map(({ name }) => name)
    .filter((name) => !found.some((one) => one.name === name));

  const required = Object.fromEntries(
    found.map(({ name, source, used }) => [name, { source, version: used }]),
  );
  const asked = {
    ...json,
    terraform: { ...asMap(json.terraform), required_providers: required },
  };
  return missing.length === 0 ? asked : withoutTheirs(asked, missing, folder, standInFor);
}

function withoutTheirs(
  json: JsonMap,
  providers: readonly string[],
  folder: string,
  standInFor: ((address: string) => string) | undefined,
): JsonMap {
  const configured = Object.entries(asMap(json.provider));
  const provider = Object.fromEntries(configured.filter(([name]) => !providers.includes(name)));
  const modules = modulesThatNeed(providers, json, folder);

  const left = withoutBlocks(
    { ...json, provider },
    {
      isRemoved: (address) => modules.includes(address) || providers.includes(providerOf(address)),
      standInFor: standInFor ?? (() => `var.${STAND_IN}`),
    },
  );
  return standInFor ? left : { ...left, variable: { ...asMap(left.variable), [STAND_IN]: { type: "any" } } };
}

/** Provider of a block, with whose name its type begins. */
const providerOf = (address: string): string =>
  /^(?:(?:data|ephemeral)\.)?([a-z0-9]+)_/.exec(address)?.[1] ?? "";

/** Modules of ours with resources or data sources of any of the providers. */
const modulesThatNeed = (providers: readonly string[], { module }: JsonMap, folder: string): string[] =>
  Object.entries(asMap(module))
    .filter(([, content]) => needs(join(folder, textOf(asMap(content).source)), providers))
    .map(([name]) => `module.${name}`);

function needs(folder: string, providers: readonly string[]): boolean {
  const theirs = new RegExp(`^\\s*(?:resource|data|ephemeral)\\s+"(?:${providers.join("|")})_`, "m");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tf"))
    .some((name) => theirs.test(readFileSync(join(folder, name), "utf8")));
}
