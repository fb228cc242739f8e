import { describe, expect, it } from "vitest";
import { platform, stacks } from "../support/platform";

/** What a stack reads of others: `{ "vpc-staging": ["id", …] }`. */
function readsOf(json: Record<string, unknown>): Record<string, string[]> {
  const sources = (json as { data?: { terraform_remote_state?: Record<string, { config: Workspace }> } }).data
    ?.terraform_remote_state;
  const text = JSON.stringify(json);

  return Object.fromEntries(
    Object.entries(sources ?? {}).map(([name, { config }]) => {
      const reads = text.matchAll(new RegExp(`terraform_remote_state\\.${name}\\.outputs\\.(\\w+)`, "g"));
      return [config.workspaces.name, [...new Set([...reads].map(([, output = ""]) => output))]];
    }),
  );
}

interface Workspace {
  readonly workspaces: { readonly name: string };
}

describe.each(stacks)("$id", ({ terraform }) => {
  it("reads only what the stacks before it publish", () => {
    for (const [producer, names] of Object.entries(readsOf(terraform.json))) {
      expect(Object.keys(platform[producer]?.outputs() ?? {}), producer).toEqual(
        expect.arrayContaining(names),
      );
      expect(names, producer).not.toEqual([]);
    }
  });

  it("publishes nothing that is a secret", () => {
    expect(Object.keys(terraform.outputs()).filter((name) => /password|token|credential/.test(name))).toEqual(
      [],
    );
    expect(JSON.stringify(terraform.outputs())).not.toContain("ephemeral.");
  });
});
