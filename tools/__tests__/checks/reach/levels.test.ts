import { beforeAll, describe, expect, test } from "vitest";
import { environmentSettings } from "../../../../src/platform/environments";
import { inventoryOfStacks } from "../../../checks/reach/inventory-of-cluster";
import { type Inventory, joined } from "../../../checks/reach/inventory";
import { permissionsOfGroup } from "../../../checks/reach/permissions";
import { reachOf } from "../../../checks/reach/reach";
import { inTemporaryFolder } from "../../../kit/temporary-folder";
import { defineEnvironments } from "../../../samples/platform";
import { synthesise } from "../../../samples/synthesise";

let stacks: ReturnType<typeof synthesise>;
let cluster: Inventory;

beforeAll(async () => {
  const environment = defineEnvironments(environmentSettings).find(({ name }) => name === "production")!;
  stacks = await inTemporaryFolder("levels", (folder) => Promise.resolve(synthesise([environment], folder)));
  cluster = inventoryOfStacks(stacks);
});

const reachOfLevel = (level: string, inventory: Inventory): string[] =>
  [...reachOf(permissionsOfGroup(level, inventory), inventory).keys()].sort();

const levels = (): string[] => [
  ...new Set(
    cluster.bindings.flatMap(({ holders }) =>
      holders.flatMap((holder) => (holder.kind === "Group" ? [holder.name] : [])),
    ),
  ),
];

describe("access levels", () => {
  test("reach no more by a policy of EKS than by their own Roles", () => {
    expect(cluster.policies.length).toBeGreaterThan(0);
    for (const level of levels()) {
      expect([level, reachOfLevel(level, cluster)]).toEqual([
        level,
        reachOfLevel(level, { ...cluster, policies: [] }),
      ]);
    }
  });

  test("would reach more by the policy for administrators of a namespace, which is told", () => {
    const policy = { group: "licensinguser", policy: "AmazonEKSAdminPolicy", namespaces: ["licensify"] };
    const more = joined([cluster, { ...cluster, policies: [policy] }]);
    expect(reachOfLevel("licensinguser", more)).toContain("bounds licensify");
    expect(reachOfLevel("licensinguser", cluster)).not.toContain("bounds licensify");
  });

  test("read Secrets in their own namespaces alone", () => {
    const secrets = (level: string) =>
      reachOfLevel(level, cluster).filter((target) => target.startsWith("secrets "));
    expect(secrets("developer")).toEqual(["secrets apps", "secrets licensify"]);
    expect(secrets("readonly")).toEqual([]);
    expect(secrets("ithctester")).toEqual([]);
  });

  test("for Terraform's plans reach nothing: they read, and no Secrets", () => {
    expect(levels()).toContain("terraform-plan");
    expect(reachOfLevel("terraform-plan", cluster)).toEqual([]);
  });
});

/** Kinds that a plan reads, by Terraform's types of resources. */
const READ_BY_PLANS: Readonly<Record<string, readonly string[]>> = {
  kubernetes_annotations: ["storageclasses"],
  kubernetes_cluster_role_binding_v1: ["clusterrolebindings"],
  kubernetes_cluster_role_v1: ["clusterroles"],
  kubernetes_config_map_v1_data: ["configmaps"],
  kubernetes_limit_range_v1: ["limitranges"],
  kubernetes_namespace_v1: ["namespaces"],
  kubernetes_network_policy_v1: ["networkpolicies"],
  kubernetes_resource_quota_v1: ["resourcequotas"],
  kubernetes_role_binding_v1: ["rolebindings"],
  kubernetes_role_v1: ["roles"],
  kubernetes_service_account_v1: ["serviceaccounts"],
};

test("the level for plans reads every kind that Terraform manages in a cluster", () => {
  const types = stacks
    .flatMap(({ json }) => Object.keys(json.resource ?? {}))
    .filter((type) => type.startsWith("kubernetes_"));
  const read = permissionsOfGroup("terraform-plan", cluster).flatMap(({ resources }) => resources);

  for (const type of new Set(types)) {
    expect([type, READ_BY_PLANS[type]?.every((kind) => read.includes(kind))]).toEqual([type, true]);
  }
});
