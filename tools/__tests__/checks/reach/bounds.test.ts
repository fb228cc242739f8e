import { describe, expect, test } from "vitest";
import { accountOfController } from "../../../../src/addons/argo-cd/account";
import { constraint } from "../../../../src/addons/gatekeeper/constraint";
import { DELIVERED_FROM } from "../../../../src/stacks/cluster-services/addon-projects";
import type { KubernetesObject } from "../../../checks/charts/objects";
import { findingsIn } from "../../../checks/reach/findings";
import { inventoryOfObjects } from "../../../checks/reach/from-objects";
import { type Inventory, joined, type Project } from "../../../checks/reach/inventory";
import { CLUSTER } from "./inventory-for-tests";

const RBAC = "rbac.authorization.k8s.io";
const account = accountOfController("platform");

/** Project that may bring Roles to the namespace of its team, and a disk. */
const TEAM: Project = {
  name: "team",
  namespace: "platform",
  sources: ["https://github.com/example/charts"],
  destinations: ["shop"],
  namespaceKinds: ["Role", "RoleBinding"].map((kind) => ({ group: RBAC, kind })),
  clusterKinds: [{ group: "", kind: "PersistentVolume", name: "till" }],
};

type Change = Partial<Omit<Parameters<typeof constraint>[0], "policy">>;

const bound = (policy: "bounded-roles" | "static-volumes", change: Change = {}): Inventory =>
  inventoryOfObjects(
    [
      constraint({
        policy,
        action: "deny",
        exceptions: [],
        ...(policy === "bounded-roles" && { namespaces: ["shop"] }),
        parameters: { account, rules: [] },
        ...change,
      }) as KubernetesObject,
    ],
    "platform",
  );

const reachedWith = (...bounds: readonly Inventory[]): string[] =>
  findingsIn(joined([{ ...CLUSTER, projects: [TEAM] }, ...bounds]))
    .filter(({ subject }) => subject === "project team")
    .map(({ reaches }) => reaches);

const roles = bound("bounded-roles");
const volumes = bound("static-volumes");

describe("a project's Roles and disks", () => {
  test("reach the whole cluster where no constraint bounds them", () => {
    expect(reachedWith()).toEqual(
      expect.arrayContaining(["the nodes", "cluster-admin", "the labels of Namespaces"]),
    );
  });

  test("reach nothing where both are bounded", () => {
    expect(reachedWith(roles, volumes)).toEqual([]);
  });

  test.each<[string, readonly Inventory[]]>([
    ["disks are not bounded", [roles]],
    ["Roles are not bounded", [volumes]],
    ["a constraint only reports", [bound("bounded-roles", { action: "dryrun" }), volumes]],
    [
      "a constraint has an exception",
      [bound("bounded-roles", { exceptions: [{ namespace: "shop", name: "a" }] }), volumes],
    ],
    ["Roles are bounded elsewhere", [bound("bounded-roles", { namespaces: ["bank"] }), volumes]],
    [
      "another account is bounded",
      [roles, bound("static-volumes", { parameters: { account: accountOfController("bank") } })],
    ],
  ])("reach more where %s", (_, bounds) => {
    expect(reachedWith(...bounds)).not.toEqual([]);
  });

  test("give the rights that the constraint lists, in the namespace that it names", () => {
    const rights = { apiGroups: [""], resources: ["resourcequotas"], verbs: ["update"] };
    const withRule = (namespace?: string) =>
      bound("bounded-roles", {
        parameters: { account, rules: [{ ...rights, ...(namespace && { namespace }) }] },
      });

    expect(reachedWith(withRule(), volumes)).toEqual(["the bounds of namespaces"]);
    expect(reachedWith(withRule("shop"), volumes)).toEqual(["the bounds of namespaces"]);
    expect(reachedWith(withRule("bank"), volumes)).toEqual([]);
  });
});

test("a project is judged unless all that it takes comes from publishers of add-ons' charts", () => {
  const sourced = (sources: readonly string[]): boolean =>
    findingsIn({ ...CLUSTER, projects: [{ ...TEAM, sources }] }).length > 0;
  const [publisher = ""] = DELIVERED_FROM;

  expect(sourced([publisher])).toBe(false);
  expect(sourced([publisher, "https://github.com/example/charts"])).toBe(true);
  expect(sourced(["*"])).toBe(true);
  expect(sourced([])).toBe(true);
});
