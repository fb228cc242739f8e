import { describe, expect, test } from "vitest";
import type { Inventory, Rule } from "../../../checks/reach/inventory";
import { CLUSTER, reachedIn, rule, withRules } from "./inventory-for-tests";

const RBAC = "rbac.authorization.k8s.io";

const reached = (rules: readonly Rule[], namespace?: string, cluster?: Inventory): string[] =>
  reachedIn(withRules(rules, namespace, cluster));

/** Those in which nothing follows from anything else: the test is about one edge. */
const NO_ACCOUNTS: Inventory = { ...CLUSTER, accounts: [], bindings: [] };

describe("the cluster", () => {
  test("is had by those who may do everything", () => {
    expect(reached([rule(["*"], "*", ["*"])], undefined, NO_ACCOUNTS)).toContain("cluster-admin");
  });

  test.each([
    [
      "binds any ClusterRole",
      [rule(["create"], RBAC, ["clusterrolebindings"]), rule(["bind"], RBAC, ["clusterroles"])],
    ],
    ["escalates its ClusterRole", [rule(["update", "escalate"], RBAC, ["clusterroles"])]],
    [
      "approves certificates",
      [
        rule(["update"], "certificates.k8s.io", ["certificatesigningrequests/approval"]),
        rule(["approve"], "certificates.k8s.io", ["signers"]),
      ],
    ],
    [
      "sets mutating webhooks",
      [rule(["patch"], "admissionregistration.k8s.io", ["mutatingwebhookconfigurations"])],
    ],
    [
      "sets validating webhooks",
      [rule(["create"], "admissionregistration.k8s.io", ["validatingwebhookconfigurations"])],
    ],
    [
      "converts objects of a kind on their way",
      [rule(["patch"], "apiextensions.k8s.io", ["customresourcedefinitions"])],
    ],
    ["serves a group of kinds itself", [rule(["create"], "apiregistration.k8s.io", ["apiservices"])]],
    [
      "sets mutating policies",
      [rule(["update"], "admissionregistration.k8s.io", ["mutatingadmissionpolicies"])],
    ],
  ])("is had by whoever %s", (_, rules) => {
    expect(reached(rules)).toContain("cluster-admin");
    const [first, ...others] = rules;
    const less = [{ ...first!, verbs: first!.verbs.slice(0, -1) }, ...others];
    expect(reached(less)).not.toContain("cluster-admin");
  });

  test.each(["get", "create"])("gives up its nodes to %s of nodes/proxy, and so all pods", (verb) => {
    expect(reached([rule([verb], "", ["nodes/proxy"])], undefined, NO_ACCOUNTS)).toEqual(
      expect.arrayContaining(["nodes", "pods shop", "pods bank", "pods platform"]),
    );
  });

  test.each([
    ["", "persistentvolumes"],
    ["karpenter.k8s.aws", "ec2nodeclasses"],
  ])("gives up its nodes to whoever makes %s %s", (group, resource) => {
    for (const verb of ["create", "update", "patch"]) {
      expect(reached([rule([verb], group, [resource])])).toContain("nodes");
    }
    expect(reached([rule(["get", "delete"], group, [resource])])).toEqual([]);
  });

  test.each(["applications", "applicationsets", "appprojects"])(
    "is had by %s in Argo CD's namespace",
    (resource) => {
      const project = { sources: [], destinations: [], namespaceKinds: [], clusterKinds: [] };
      const argoCd: Inventory = {
        ...NO_ACCOUNTS,
        projects: [{ name: "team", namespace: "platform", ...project }],
      };
      const rules = [rule(["create"], "argoproj.io", [resource])];
      expect(reached(rules, "platform", argoCd)).toContain("cluster-admin");
      expect(reached(rules, "shop", argoCd)).not.toContain("cluster-admin");
    },
  );
});

describe("a namespace", () => {
  test.each([
    ["may do everything in it", [rule(["*"], "*", ["*"])]],
    ["binds any Role", [rule(["create"], RBAC, ["rolebindings"]), rule(["bind"], RBAC, ["roles"])]],
    ["escalates its Role", [rule(["update", "escalate"], RBAC, ["roles"])]],
  ])("is had by whoever %s", (_, rules) => {
    expect(reached(rules, "bank", NO_ACCOUNTS)).toEqual(
      expect.arrayContaining(["everything bank", "pods bank", "secrets bank", "labels bank", "bounds bank"]),
    );
  });

  test("is not had by bindings alone: Kubernetes lets none give more than they have", () => {
    expect(reached([rule(["create"], RBAC, ["rolebindings"])], "bank")).toEqual(["bounds bank"]);
  });

  test.each([
    ["", "resourcequotas"],
    ["", "limitranges"],
    ["networking.k8s.io", "networkpolicies"],
    [RBAC, "roles"],
    [RBAC, "rolebindings"],
    ["", "endpoints"],
    ["discovery.k8s.io", "endpointslices"],
    ["elbv2.k8s.aws", "targetgroupbindings"],
    ["kyverno.io", "policyexceptions"],
    ["policies.kyverno.io", "policyexceptions"],
    ["networking.k8s.aws", "policyendpoints"],
    ["vpcresources.k8s.aws", "securitygrouppolicies"],
  ])("is bounded by %s %s, whose change or removal is told", (group, resource) => {
    expect(reached([rule(["delete"], group, [resource])], "shop")).toContain("bounds shop");
    expect(reached([rule(["get"], group, [resource])], "shop")).toEqual([]);
  });

  test.each([
    ["admissionregistration.k8s.io", "validatingwebhookconfigurations"],
    ["constraints.gatekeeper.sh", "allowedimages"],
    ["templates.gatekeeper.sh", "constrainttemplates"],
    ["policies.kyverno.io", "imagevalidatingpolicies"],
  ])("is bounded, as every other, by %s %s, whose removal is told", (group, resource) => {
    expect(reached([rule(["delete"], group, [resource])])).toEqual(
      expect.arrayContaining(["bounds shop", "bounds bank", "bounds platform"]),
    );
  });

  test.each([
    ["create", "pods/portforward"],
    ["get", "pods/portforward"],
    ["get", "pods/proxy"],
    ["create", "services/proxy"],
  ])("has ports that are called by %s of %s", (verb, resource) => {
    expect(reached([rule([verb], "", [resource])], "shop")).toEqual(["connections shop"]);
    expect(reached([rule(["list"], "", [resource])], "shop")).toEqual([]);
  });

  test("has labels, without which its pods reach the nodes", () => {
    const labels = rule(["patch"], "", ["namespaces"], ["shop"]);
    expect(reached([labels])).toEqual(["labels shop"]);
    expect(reached([labels, rule(["create"], "batch", ["jobs"])])).toContain("nodes");
  });
});
