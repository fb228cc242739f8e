import fc from "fast-check";
import { atATime } from "../../kit/on-all-cores";
import { type ObjectClient, refusalOf } from "../../offline/api-client";
import { placesOf } from "../../offline/api-places";
import type { JsonMap } from "../../terraform-json/json-map";
import type { Kinds } from "../../toolbox/kinds-of-modules";
import type { CustomKinds } from "./custom-kinds";
import { AT_A_TIME } from "./try-objects";
import { objectsFor, type RandomPools, randomPools } from "./random-pools";

/** Result of trying random pools. */
export type PoolTrial =
  { readonly pools: number; readonly findings: readonly string[] } | { readonly missing: string };

/** The same in each run: a change of the platform alone makes a difference. */
const SEED = 20_260_819;

/**
 * Has an API server that knows Karpenter's kinds judge random pools that every rule of the settings accepts.
 *
 * @param madeUp - number of sets of pools that are made up; rules refuse three of five
 */
export async function tryPools(
  kinds: Kinds,
  client: ObjectClient,
  known: CustomKinds,
  madeUp: number,
): Promise<PoolTrial> {
  if ("missing" in kinds) {
    return kinds;
  }
  const placeOf = placesOf(client);
  for (const definition of kinds.definitions) {
    await known.take((await placeOf(definition))!, definition);
  }
  const accepted = fc.sample(randomPools, { numRuns: madeUp, seed: SEED }).flatMap((pools) => {
    const objects = objectsFor(pools);
    return objects === undefined ? [] : [{ pools, objects }];
  });
  const refusals = async (object: JsonMap): Promise<string[]> => {
    const refusal = refusalOf(await client.judge((await placeOf(object))!, object));
    return refusal === undefined ? [] : [refusal];
  };
  const findings = await atATime(AT_A_TIME, accepted, async ({ pools, objects }) =>
    (await Promise.all(objects.map(refusals))).flat().map((refusal) => finding(pools, refusal)),
  );
  return { pools: accepted.length, findings: findings.flat() };
}

const finding = (pools: RandomPools, refusal: string): string =>
  `compute: expected a rule that refuses what Karpenter's kinds refuse, got none for ${JSON.stringify(pools)}: ${refusal}; add one to src/settings/cluster/rules/node-pools.ts`;
