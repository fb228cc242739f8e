import { describe, expect, it } from "vitest";
import { stacks } from "../support/platform";
import type { Block, Terraform } from "../support/terraform";

/** Addresses of the longest chain of releases of a stack, each of which waits for the one before. */
function longestChain({ json }: Terraform): readonly string[] {
  const releases: Record<string, Block> = Object.fromEntries(
    Object.entries<Record<string, Block>>(json.resource ?? {}).flatMap(([type, blocks]) =>
      Object.entries(blocks).map(([name, block]) => [`${type}.${name}`, block]),
    ),
  );
  const known = new Map<string, readonly string[]>();
  const chainTo = (address: string): readonly string[] => {
    const before = ((releases[address]?.depends_on ?? []) as string[])
      .map((dependency) => known.get(dependency) ?? chainTo(dependency))
      .reduce<readonly string[]>((one, other) => (other.length > one.length ? other : one), []);
    const chain = address.startsWith("helm_release.") ? [...before, address] : before;
    known.set(address, chain);
    return chain;
  };
  return Object.keys(releases)
    .map(chainTo)
    .reduce((one, other) => (other.length > one.length ? other : one), []);
}

/** Seconds that a sign-in token lives. EKS fixes them. */
const TOKEN_SECONDS = 15 * 60;

/** Seconds that a release of the longest chain takes where nothing is wrong. */
const USUAL_SECONDS = 100;

describe.each(stacks.filter(({ id }) => id.startsWith("cluster-services-")))("$id", ({ terraform }) => {
  it("waits for no more releases in a row than the life of a token has time for", () => {
    const chain = longestChain(terraform);

    expect(chain.length).toBeGreaterThan(1);
    expect(chain.length * USUAL_SECONDS).toBeLessThanOrEqual(TOKEN_SECONDS);
  });
});
