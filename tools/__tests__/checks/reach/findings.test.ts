import { describe, expect, test } from "vitest";
import { ACCEPTED, problemsOfAccepted, withoutAccepted } from "../../../checks/reach/accepted";
import { findingsIn, sentenceOf } from "../../../checks/reach/findings";
import { checkedIn, findingsOf, notCheckedOf } from "../../../checks/reach/wording";
import type { Inventory, Rule } from "../../../checks/reach/inventory";
import { CLUSTER, rule, withRules } from "./inventory-for-tests";

/** Findings about level `developer` with rules. */
const findings = (rules: readonly Rule[], namespace?: string, cluster?: Inventory): string[] =>
  findingsIn(withRules(rules, namespace, cluster))
    .filter(({ subject }) => subject === "level developer")
    .map(sentenceOf);

const MAKE_JOBS = rule(["create"], "batch", ["jobs"]);

describe("findings", () => {
  test("tell the platform's accounts in a tenant's own namespace, but not the one that its pods have anyway", () => {
    expect(findings([MAKE_JOBS], "shop")).toEqual([
      "the platform's service accounts (shop/till with IAM role till-role): makes or changes jobs in shop → runs as service account shop/till",
    ]);
  });

  test("tell Secrets beyond a level's own namespaces, whose they are", () => {
    const all = withRules([rule(["list"], "", ["secrets"])]);
    expect(findingsIn(all).map(({ reaches, which }) => [reaches, which])).toEqual([
      ["another tenant's secrets", ["shop", "bank"]],
      ["the platform's secrets", ["platform", "kube-system"]],
    ]);
  });

  test("tell what comes first, and the whole cluster wherever it comes", () => {
    const sentences = findings([MAKE_JOBS], "platform");
    expect(sentences).toContain("the platform's pods (platform): makes or changes jobs in platform");
    expect(sentences.some((text) => text.startsWith("cluster-admin: "))).toBe(true);
    expect(sentences.some((text) => text.startsWith("the platform's secrets"))).toBe(false);
  });

  test("tell bounds, labels, nodes and stores", () => {
    const rules = [
      rule(["delete"], "networking.k8s.io", ["networkpolicies"]),
      rule(["patch"], "", ["namespaces"]),
      rule(["create"], "external-secrets.io", ["externalsecrets"]),
      MAKE_JOBS,
    ];
    const open = { ...CLUSTER, accounts: [], stores: [{ name: "aws" }] };
    const sorts = findingsIn(withRules(rules, "shop", open)).map(({ reaches }) => reaches);
    expect(sorts.toSorted()).toEqual([
      "cluster-admin",
      "every secret behind a ClusterSecretStore",
      "the bounds of namespaces",
      "the labels of Namespaces",
      "the nodes",
    ]);
  });

  test("are about stores that serve other namespaces too, and not about one of the namespace alone", () => {
    const copies = [rule(["create"], "external-secrets.io", ["externalsecrets"])];
    const served = (...namespaces: string[]) =>
      findingsIn(
        withRules(copies, "shop", { ...CLUSTER, accounts: [], stores: [{ name: "aws", namespaces }] }),
      ).map(({ reaches, which }) => [reaches, which]);

    expect(served("shop", "bank")).toEqual([
      ["secrets of other namespaces behind a ClusterSecretStore", ["aws"]],
    ]);
    expect(served("shop")).toEqual([]);
  });

  test("are about projects and accounts of tenants as well, and about no administrator", () => {
    const kinds = [{ group: "", kind: "Namespace" }];
    const any = [{ group: "*", kind: "*" }];
    const cluster: Inventory = {
      ...withRules([rule(["*"], "*", ["*"])]),
      projects: [
        {
          name: "team",
          namespace: "platform",
          sources: ["https://github.com/example/charts"],
          destinations: ["shop"],
          namespaceKinds: [],
          clusterKinds: kinds,
        },
        {
          name: "all",
          namespace: "platform",
          sources: ["*"],
          destinations: ["*"],
          namespaceKinds: any,
          clusterKinds: any,
        },
      ],
    };
    const rights: Inventory = {
      ...cluster,
      roles: [
        ...cluster.roles,
        { name: "reader", namespace: "bank", rules: [rule(["get"], "", ["secrets"])] },
      ],
      bindings: [
        ...cluster.bindings,
        {
          name: "reader",
          namespace: "bank",
          role: { kind: "Role", name: "reader" },
          holders: [{ kind: "ServiceAccount", namespace: "shop", name: "till" }],
        },
      ],
    };
    expect(findingsIn(rights).map(({ subject, reaches }) => `${subject}: ${reaches}`)).toEqual([
      "project team: the labels of Namespaces",
      "service account shop/till: another tenant's secrets",
    ]);
  });
});

const finding = {
  subject: "level developer",
  reaches: "the platform's secrets",
  which: ["platform", "kube-system"],
  path: ["reads Secrets in platform"],
};
const accepted = {
  subject: /^level developer$/,
  reaches: "the platform's secrets",
  which: /^platform$/,
  because: "it is a test",
  until: "2027-01-01",
};

describe("an accepted finding", () => {
  test("takes its targets away until its day, and no others", () => {
    expect(withoutAccepted([finding], "2026-12-31", [accepted])).toEqual([
      { ...finding, which: ["kube-system"] },
    ]);
    expect(withoutAccepted([finding], "2027-01-01", [accepted])).toEqual([finding]);
    expect(withoutAccepted([finding], "2026-12-31", [{ ...accepted, subject: /^level other$/ }])).toEqual([
      finding,
    ]);
  });

  test("of a sort without targets goes as a whole", () => {
    const admin = { ...finding, reaches: "cluster-admin", which: [] };
    expect(withoutAccepted([admin], "2026-12-31", [{ ...accepted, reaches: "cluster-admin" }])).toEqual([]);
    expect(withoutAccepted([admin], "2026-12-31", [accepted])).toEqual([admin]);
  });

  test("is told when its day comes, or when nothing needs it and everything was looked at", () => {
    expect(problemsOfAccepted([finding], "2027-01-01", true, [accepted])).toEqual([
      expect.stringContaining("accepted until 2027-01-01"),
    ]);
    expect(problemsOfAccepted([], "2026-12-31", true, [accepted])).toEqual([
      expect.stringContaining("no longer found"),
    ]);
    expect(problemsOfAccepted([], "2026-12-31", false, [accepted])).toEqual([]);
    expect(problemsOfAccepted([finding], "2026-12-31", true, [accepted])).toEqual([]);
  });
});

test.each(ACCEPTED)(
  "$subject reaching $reaches is accepted for a reason, until a day",
  ({ because, until }) => {
    expect(because.length).toBeGreaterThan(40);
    expect(until).toMatch(/^20\d\d-\d\d-\d\d$/);
  },
);

describe("the verification's words", () => {
  const named = (cluster: string, inventory: Inventory, notRendered: readonly string[] = []) => ({
    cluster,
    inventory,
    releases: 1,
    notRendered,
  });
  const inventory = withRules([rule(["get"], "", ["secrets"])]);

  test("tell a finding once, with the clusters that have it", () => {
    expect(
      findingsOf([named("one", inventory, ["argo-cd: no chart"]), named("two", inventory)], "2026-12-31"),
    ).toEqual([
      "level developer reaches another tenant's secrets (shop, bank): reads Secrets in shop [one, two]",
      "level developer reaches the platform's secrets (platform, kube-system): reads Secrets in platform [one, two]",
    ]);
  });

  test("tell what is not known", () => {
    const unknown: Inventory = {
      ...CLUSTER,
      policies: [{ group: "people", policy: "AmazonEKSNewPolicy" }],
      bindings: [{ name: "lost", role: { kind: "ClusterRole", name: "missing" }, holders: [] }],
    };
    expect(notCheckedOf([named("one", unknown)])).toEqual([
      "binding lost: its ClusterRole missing is not known [one]",
      "level people: AmazonEKSNewPolicy is not known, and taken to allow everything [one]",
    ]);
    expect(notCheckedOf([named("one", CLUSTER, ["argo-cd: no chart"])])).toEqual([
      "NOT RENDERED argo-cd: no chart [one]",
    ]);
  });

  test("tell how much there was to look at", () => {
    expect(checkedIn([named("one", inventory)])).toBe(
      "1 clusters, 2 bindings, 0 projects, 5 service accounts",
    );
  });
});
