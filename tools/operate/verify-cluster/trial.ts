import { setTimeout as delay } from "node:timers/promises";
import type { AddonName } from "../../../src/settings/addons";
import type { Surroundings } from "./surroundings";

/** Names in a trial of a cluster. */
export interface Names {
  readonly namespace: string;
  readonly image: string;

  /** Host of the workload's Ingress. */
  readonly host: string;

  /** Domain that the cluster's hosts are under. */
  readonly zone: string;

  /** Name of the load balancer, unique in the account. */
  readonly loadBalancer: string;

  /** Word that the volume, the answer and the trace of this trial have, and no other trial. */
  readonly word: string;
}

/** A trial of a cluster. */
export interface Trial {
  readonly names: Names;
  readonly at: Surroundings;
}

/** A thing that works in a good cluster. */
export interface ClusterCheck {
  readonly name: string;

  /** Check without which this one means nothing. */
  readonly after?: string;

  /** Add-on that it is about. A cluster without it is not checked. */
  readonly needs?: AddonName;

  /** Time in which it has to work, in seconds. */
  readonly seconds: number;

  /** Tries it, and returns what was seen. Fails with a {@link CheckFailure} as soon as it is clear that it does not work. */
  run(trial: Trial, signal: AbortSignal): Promise<string>;
}

/** Thing that does not work, in words for a reader. */
export class CheckFailure extends Error {}

/** One look: what was seen, or why it is not there yet. */
export type Look = { readonly seen: string } | { readonly not: string };

/** Looks again and again until it is there. */
export async function until(
  { pause }: Surroundings,
  signal: AbortSignal,
  expected: string,
  look: () => Promise<Look>,
): Promise<string> {
  let last = "nothing yet";
  do {
    try {
      const looked = await look();
      if ("seen" in looked) {
        return looked.seen;
      }
      last = looked.not;
    } catch (error) {
      if (error instanceof CheckFailure) {
        throw error;
      }
      // An error after the end may come of the end itself.
      last = signal.aborted ? last : wordsOf(error);
    }
    await delay(pause, undefined, { signal }).catch(() => undefined);
  } while (!signal.aborted);
  throw new CheckFailure(`expected ${expected}, got ${last}`);
}

/** Message of an error and of what caused it. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const { message, cause } = error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}
