import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { COMMON_KINDS, isOfPlatform } from "../../src/settings/namespaces/argo-kinds";
import { everyStack } from "../support/every-platform";
import { riverPlatform } from "../support/river-authority";
import { type Block, valuesOf } from "../support/terraform";

/** Kinds that Terraform makes in namespaces of products: bounds of a namespace, and rights in it. */
const ofProducts = Object.entries(riverPlatform)
  .filter(([id]) => id.startsWith("tenant-"))
  .flatMap(([, stack]) => valuesOf(stack.named(Release)["namespace"]!).objects as Block[])
  .map(({ apiVersion, kind }) => {
    const [group, version] = (apiVersion as string).split("/");
    return { group: version === undefined ? "" : group!, kind: kind as string };
  });

/** Kinds of resources of the provider kubernetes that are in a namespace, by the group of their API. */
const GROUPS: Readonly<Record<string, readonly [group: string, kind: string]>> = {
  kubernetes_limit_range_v1: ["", "LimitRange"],
  kubernetes_network_policy_v1: ["networking.k8s.io", "NetworkPolicy"],
  kubernetes_resource_quota_v1: ["", "ResourceQuota"],
  kubernetes_role_binding_v1: ["rbac.authorization.k8s.io", "RoleBinding"],
  kubernetes_role_v1: ["rbac.authorization.k8s.io", "Role"],
};

/** Types of which the platform makes single objects: in namespaces of its own, and for applications that read clusters. */
const OF_OBJECTS = [
  "kubernetes_annotations",
  "kubernetes_config_map_v1_data",
  "kubernetes_service_account_v1",
];

const types = new Set(
  everyStack.flatMap(({ terraform }) =>
    Object.entries((terraform.json.resource ?? {}) as Record<string, Record<string, Block>>)
      .filter(([type]) => type.startsWith("kubernetes_"))
      .filter(([, blocks]) => Object.values(blocks).some(({ metadata }) => metadata?.namespace !== undefined))
      .map(([type]) => type),
  ),
);

describe("kinds that bound a namespace or give rights in it", () => {
  it("are the platform's alone, by whatever Terraform makes in namespaces of applications", () => {
    expect(new Set(ofProducts.map(({ kind }) => kind)).size).toBeGreaterThan(4);
    expect(ofProducts.filter((kind) => !isOfPlatform(kind))).toEqual([]);
    for (const type of types) {
      const [group, kind] = GROUPS[type] ?? [];
      expect([type, isOfPlatform({ group: group ?? "", kind: kind ?? "" })]).toEqual([
        type,
        !OF_OBJECTS.includes(type),
      ]);
    }
  });

  it("are none that every team's applications may have", () => {
    expect(COMMON_KINDS.filter(isOfPlatform)).toEqual([]);
  });
});
