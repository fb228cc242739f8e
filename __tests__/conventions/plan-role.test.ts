import { Release } from "@cdktf/provider-helm/lib/release";
import { Workspace } from "@cdktf/provider-tfe/lib/workspace";
import { describe, expect, it } from "vitest";
import { TERRAFORM_LEVELS } from "../../src/settings/access/access-levels";
import { environmentStacks, platform } from "../support/platform";
import type { Block } from "../support/terraform";

const readable = TERRAFORM_LEVELS["terraform-plan"].clusterRules.flatMap(({ resources }) => resources);

/** Kinds of objects, as RBAC spells them, that a plan of a stack reads from the cluster. */
const kindsIn = (json: Block): string[] =>
  Object.entries<Block>({ ...json.resource, ...json.data })
    .filter(([type]) => type.startsWith("kubernetes_"))
    .flatMap(([type, blocks]) => Object.values<Block>(blocks).map((block) => kindOf(type, block)));

/** Kind of an object: `networkpolicies` for `kubernetes_network_policy_v1`. A resource that labels or annotates an object names the kind. */
function kindOf(type: string, { kind }: Block): string {
  const name =
    (kind as string | undefined) ?? type.replace(/^kubernetes_|_v1|_data/g, "").replaceAll("_", "");
  return name.toLowerCase().replace(/s$/, "se").replace(/y$/, "ie") + "s";
}

describe("a plan", () => {
  it("may read every kind of object that a stack has", () => {
    const kinds = new Set(environmentStacks.flatMap(({ terraform }) => kindsIn(terraform.json)));

    expect(kinds.size).toBeGreaterThan(5);
    expect([...kinds].filter((kind) => !readable.includes(kind))).toEqual([]);
  });

  it("assesses no stack with Helm releases, which are in Secrets", () => {
    const workspaces = platform["tfc-configuration"]!.named(Workspace);
    const releasing = environmentStacks.filter(({ terraform }) => terraform.all(Release).length > 0);

    expect(releasing.length).toBeGreaterThan(0);
    for (const { id } of releasing) {
      expect(workspaces[`${id}_workspace`]!.assessments_enabled).toBe(false);
    }
  });
});
