import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { problemsWith } from "../../support/environments";

/** Settings of the small cluster that the guide for a new account shows. */
const guide = readFileSync("docs/getting-started-from-nothing.md", "utf8");
const settings = parse(/### A small cluster[^]*?```yaml\n([^]*?)```/.exec(guide)![1]!) as {
  readonly nodeGroups: Readonly<
    Record<string, { readonly instanceTypes: readonly string[]; readonly size: { readonly max: number } }>
  >;
};

/** vCPUs of on-demand instances that AWS gives a new account at most. */
const NEW_ACCOUNT = 32;
const VCPUS: Readonly<Record<string, number>> = { "m8g.xlarge": 4 };

describe("the small cluster of the guide", () => {
  it("is accepted", () => {
    expect(problemsWith({ cluster: settings })).toEqual([]);
  });

  it("fits a new account, with one node more while nodes are replaced", () => {
    const vcpus = Object.values(settings.nodeGroups).map(
      ({ instanceTypes: [type], size: { max } }) => VCPUS[type!]! * (max + 1),
    );

    expect(vcpus.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(NEW_ACCOUNT);
  });
});
