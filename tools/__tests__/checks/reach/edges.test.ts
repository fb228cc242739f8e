import { describe, expect, test } from "vitest";
import type { Inventory, Rule } from "../../../checks/reach/inventory";
import { POD_MAKERS } from "../../../checks/reach/edges/pods";
import { CLUSTER, reachedIn, rule, withRules } from "./inventory-for-tests";

const reached = (rules: readonly Rule[], namespace?: string, cluster?: Inventory): string[] =>
  reachedIn(withRules(rules, namespace, cluster));

/** Those in which nothing follows from anything else: the test is about one edge. */
const NO_ACCOUNTS: Inventory = { ...CLUSTER, accounts: [], bindings: [] };

describe("pods", () => {
  const makers = Object.entries(POD_MAKERS).flatMap(([group, resources]) =>
    resources.map((resource) => [group, resource] as const),
  );

  test.each(makers)("of a namespace are had by whoever makes %s %s there", (group, resource) => {
    for (const verb of ["create", "update", "patch"]) {
      expect(reached([rule([verb], group, [resource])], "shop")).toContain("pods shop");
    }
    expect(reached([rule(["get", "delete"], group, [resource])], "shop")).toEqual([]);
  });

  test.each([
    ["create", "pods/exec"],
    ["get", "pods/exec"],
    ["create", "pods/attach"],
    ["get", "pods/attach"],
    ["patch", "pods/ephemeralcontainers"],
    ["update", "pods/ephemeralcontainers"],
  ])("of a namespace are entered by %s of %s", (verb, resource) => {
    expect(reached([rule([verb], "", [resource])], "shop")).toContain("pods shop");
  });

  test("run as every account of their namespace, and of no other", () => {
    const all = reached([rule(["create"], "", ["pods"])], "shop");
    expect(all).toEqual(expect.arrayContaining(["account shop default", "account shop till"]));
    expect(all.filter((one) => one.includes("bank") || one.includes("platform"))).toEqual([]);
  });

  test("mount every Secret of their namespace", () => {
    expect(reached([rule(["create"], "batch", ["jobs"])], "shop")).toContain("secrets shop");
  });

  test("reach their node where there is no Pod Security", () => {
    expect(reached([rule(["create"], "", ["pods"])], "kube-system", NO_ACCOUNTS)).toContain("nodes");
    expect(reached([rule(["create"], "", ["pods"])], "shop", NO_ACCOUNTS)).not.toContain("nodes");
  });

  test("of kube-system are the cluster's administrators", () => {
    expect(reached([rule(["create"], "", ["pods"])], "kube-system", NO_ACCOUNTS)).toContain("cluster-admin");
  });
});

describe("accounts", () => {
  test("have their tokens asked for, all or those that are named", () => {
    expect(reached([rule(["create"], "", ["serviceaccounts/token"])], "shop")).toContain("account shop till");
    const named = reached([rule(["create"], "", ["serviceaccounts/token"], ["default"])], "shop");
    expect(named).toEqual(["account shop default"]);
  });

  test("are impersonated", () => {
    expect(reached([rule(["impersonate"], "", ["serviceaccounts"])], "bank")).toEqual(["account bank vault"]);
  });

  test("give what they are allowed", () => {
    expect(reached([rule(["impersonate"], "", ["serviceaccounts"])], "platform")).toContain("cluster-admin");
  });

  test("are in the groups that Kubernetes puts them in", () => {
    const grouped: Inventory = {
      ...CLUSTER,
      roles: [{ name: "reader", namespace: "bank", rules: [rule(["get"], "", ["secrets"])] }],
      bindings: [
        {
          name: "reader",
          namespace: "bank",
          role: { kind: "Role", name: "reader" },
          holders: [{ kind: "Group", name: "system:serviceaccounts:shop" }],
        },
      ],
    };
    const impersonate = [rule(["impersonate"], "", ["serviceaccounts"])];
    expect(reached(impersonate, "shop", grouped)).toContain("secrets bank");
    expect(reached(impersonate, "platform", grouped)).not.toContain("secrets bank");
  });

  test.each(["users", "groups"])("of any sort are had by impersonation of %s", (resource) => {
    expect(reached([rule(["impersonate"], "", [resource])])).toContain("cluster-admin");
    expect(reached([rule(["get"], "", [resource])])).not.toContain("cluster-admin");
  });
});

describe("secrets", () => {
  const withToken: Inventory = {
    ...CLUSTER,
    tokenSecrets: [{ namespace: "platform", name: "robot-token", account: "robot" }],
  };

  test.each(["get", "list", "watch"])("are read by %s, and hold tokens", (verb) => {
    expect(reached([rule([verb], "", ["secrets"])], "platform", withToken)).toEqual(
      expect.arrayContaining(["secrets platform", "account platform robot"]),
    );
  });

  test("that are named are read alone", () => {
    const read = (name: string) => reached([rule(["get"], "", ["secrets"], [name])], "platform", withToken);
    expect(read("robot-token")).toContain("account platform robot");
    expect(read("another")).toEqual(["secret platform another"]);
  });

  test("that are made and read hold the token of any account", () => {
    const all = ["create", "get"].map((verb) => rule([verb], "", ["secrets"]));
    expect(reached(all, "bank")).toContain("account bank vault");
    expect(reached([all[0]!], "bank")).not.toContain("account bank vault");
  });

  test.each(["externalsecrets", "pushsecrets", "clusterexternalsecrets"])(
    "outside the cluster are had by %s through a store that serves the namespace",
    (resource) => {
      const rules = [rule(["create"], "external-secrets.io", [resource])];
      const store = (...namespaces: string[]) => ({ ...CLUSTER, stores: [{ name: "aws", namespaces }] });
      expect(reached(rules, "shop", { ...CLUSTER, stores: [{ name: "aws" }] })).toContain("store aws");
      expect(reached(rules, "shop", store("shop", "bank"))).toContain("store aws");
      expect(reached(rules, "shop", store("bank"))).toEqual([]);
    },
  );
});
