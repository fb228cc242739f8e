import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { everyStack } from "../support/every-platform";
import type { Block, Terraform } from "../support/terraform";

/** Releases that wait for each other, and the seconds that all of them have together. */
interface Chain {
  readonly addresses: readonly string[];
  readonly seconds: number;
}

const NONE: Chain = { addresses: [], seconds: 0 };

const longer = (one: Chain, other: Chain): Chain => (other.seconds > one.seconds ? other : one);

/** Chain of releases of a stack that may take longest. */
function longestChain({ json }: Terraform): Chain {
  const blocks: Record<string, Block> = Object.fromEntries(
    Object.entries<Record<string, Block>>(json.resource ?? {}).flatMap(([type, ofType]) =>
      Object.entries(ofType).map(([name, block]) => [`${type}.${name}`, block]),
    ),
  );
  const known = new Map<string, Chain>();
  const chainTo = (address: string): Chain => {
    const before = ((blocks[address]?.depends_on ?? []) as string[])
      .map((dependency) => known.get(dependency) ?? chainTo(dependency))
      .reduce(longer, NONE);
    const chain = address.startsWith("helm_release.")
      ? {
          addresses: [...before.addresses, address],
          seconds: before.seconds + Number(blocks[address]!.timeout),
        }
      : before;
    known.set(address, chain);
    return chain;
  };
  return Object.keys(blocks).map(chainTo).reduce(longer, NONE);
}

/** Seconds that a sign-in token lives. EKS fixes them. */
const TOKEN_SECONDS = 15 * 60;

/** Seconds for the resources of AWS that a stack makes before its first release. */
const SECONDS_BEFORE = 60;

/** Kinds that Helm waits for until their pods run, or are over. */
const WITH_PODS = ["Deployment", "StatefulSet", "DaemonSet", "Job", "Pod"];

/** Objects of a release of the platform's own chart; none of a chart of others. */
const objectsOf = ({ chart, values }: Block): readonly Block[] =>
  String(chart).startsWith("./") ? (JSON.parse(values[0]) as { objects: Block[] }).objects : [];

const withReleases = everyStack.filter(({ terraform }) => terraform.all(Release).length > 0);

describe.each(withReleases)("$id", ({ terraform }) => {
  it("ends within the life of a token, even if each release in a row needs all of its time", () => {
    const { addresses, seconds } = longestChain(terraform);

    // A tenant's stack has one release.
    expect(addresses.length).toBeGreaterThan(terraform.all(Release).length > 1 ? 1 : 0);
    expect(seconds, addresses.join(" → ")).toBeLessThanOrEqual(TOKEN_SECONDS - SECONDS_BEFORE);
  });

  it("gives objects with pods longer than those without", () => {
    const short = terraform
      .all(Release)
      .filter(({ timeout }) => timeout === 30)
      .flatMap(objectsOf);

    // Cilium's release is alone in cluster-access.
    expect(short.length).toBeGreaterThan(terraform.all(Release).length > 1 ? 0 : -1);
    expect(short.map(({ kind }) => String(kind)).filter((kind) => WITH_PODS.includes(kind))).toEqual([]);
  });
});
