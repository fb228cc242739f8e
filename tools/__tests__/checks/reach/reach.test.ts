import { assert, constantFrom, property, record, subarray, array, option } from "fast-check";
import { expect, test } from "vitest";
import type { Rule } from "../../../checks/reach/inventory";
import { permissionsOfGroup } from "../../../checks/reach/permissions";
import { pathTo, reachOf } from "../../../checks/reach/reach";
import { CLUSTER, reachedIn, rule, withRules } from "./inventory-for-tests";

const rules = record({
  verbs: subarray(["get", "create", "update", "delete", "impersonate", "bind", "escalate", "approve", "*"], {
    minLength: 1,
  }),
  apiGroups: subarray(["", "batch", "argoproj.io", "rbac.authorization.k8s.io", "*"], { minLength: 1 }),
  resources: subarray(
    [
      "pods",
      "pods/exec",
      "jobs",
      "workflows",
      "secrets",
      "serviceaccounts",
      "namespaces",
      "roles",
      "rolebindings",
      "nodes/proxy",
      "*",
    ],
    { minLength: 1 },
  ),
});
const given = record({
  rules: array(rules, { maxLength: 4 }),
  namespace: option(constantFrom("shop", "bank", "platform"), { nil: undefined }),
});

test("a further rule never takes reach away", () => {
  assert(
    property(given, rules, (some, another) => {
      const before = reachedIn(withRules(some.rules, some.namespace));
      const after = reachedIn(withRules([...some.rules, another], some.namespace));
      expect(after).toEqual(expect.arrayContaining(before));
    }),
  );
});

test("a rule in the whole cluster reaches all that it reaches in a namespace", () => {
  assert(
    property(given, ({ rules: some, namespace = "shop" }) => {
      expect(reachedIn(withRules(some))).toEqual(
        expect.arrayContaining(reachedIn(withRules(some, namespace))),
      );
    }),
  );
});

test("nothing is reached without a rule", () => {
  expect(reachedIn(withRules([]))).toEqual([]);
});

test("a path tells every step from the subject to the target", () => {
  const inventory = withRules([rule(["create"], "batch", ["jobs"])], "platform");
  const reach = reachOf(permissionsOfGroup("developer", inventory), inventory);
  expect(pathTo(reach.get("cluster-admin")!, reach)).toEqual([
    "makes or changes jobs in platform",
    "runs as service account platform/robot",
    "may do everything",
  ]);
});

test("accounts that lead to each other come to an end", () => {
  const both: Rule[] = [rule(["create"], "", ["pods"])];
  const holders = ["shop", "bank"].map((namespace) => ({
    kind: "ServiceAccount" as const,
    namespace,
    name: namespace === "shop" ? "till" : "vault",
  }));
  const circle = {
    ...CLUSTER,
    roles: ["shop", "bank"].map((namespace) => ({ name: "maker", namespace, rules: both })),
    bindings: ["shop", "bank"].map((namespace) => ({
      name: "maker",
      namespace,
      role: { kind: "Role" as const, name: "maker" },
      holders,
    })),
  };
  expect(reachedIn(withRules(both, "shop", circle))).toEqual(
    expect.arrayContaining(["account shop till", "account bank vault"]),
  );
});
