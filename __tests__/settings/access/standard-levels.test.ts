import { describe, expect, it } from "vitest";
import type { AccessLevelConfig } from "../../../src/settings/access/access-levels-schema";
import { OBSERVER, OPERATOR, powerUser, READER } from "../../../src/settings/access/standard-levels";

const LEVELS: Readonly<Record<string, AccessLevelConfig>> = {
  observer: OBSERVER,
  reader: READER,
  operator: OPERATOR,
  "power-user": powerUser(["tracking"]),
};

/** Levels that may do something in the whole cluster. */
const everywhere = (verb: string, apiGroup: string, resource: string): string[] =>
  Object.entries(LEVELS)
    .filter(([, { clusterRules }]) =>
      clusterRules.some(
        ({ apiGroups, resources, verbs }) =>
          apiGroups.includes(apiGroup) && resources.includes(resource) && verbs.includes(verb),
      ),
    )
    .map(([name]) => name);

const FROM_READER = ["reader", "operator", "power-user"];

describe("standard levels", () => {
  it.each([
    ["list", "", "pods", Object.keys(LEVELS)],
    ["get", "metrics.k8s.io", "nodes", Object.keys(LEVELS)],
    ["get", "", "pods/log", FROM_READER],
    ["get", "", "configmaps", FROM_READER],
    ["list", "karpenter.sh", "nodepools", FROM_READER],
    ["list", "cert-manager.io", "certificates", FROM_READER],
    ["get", "velero.io", "backups", FROM_READER],
    // A Restore and a backup's download are an administrator's.
    ["create", "velero.io", "restores", []],
    ["delete", "", "pods", ["operator", "power-user"]],
    ["patch", "apps", "deployments/scale", ["operator", "power-user"]],
    // A Deployment that is changed runs as any service account, with any Secret of its namespace.
    ["patch", "apps", "deployments", []],
    ["create", "", "pods", []],
    ["create", "", "pods/exec", []],
  ])("let %s on %s %s to those whose work it is", (verb, apiGroup, resource, levels) => {
    expect(everywhere(verb, apiGroup, resource)).toEqual(levels);
  });

  it.each(["get", "list", "watch", "create", "update"])("let nothing %s Secrets", (verb) => {
    const rules = Object.values(LEVELS).flatMap(({ clusterRules, namespaceRules }) => [
      ...clusterRules,
      ...namespaceRules,
    ]);

    expect(
      rules.filter(({ resources, verbs }) => resources.includes("secrets") && verbs.includes(verb)),
    ).toEqual([]);
    expect(rules.flatMap(({ resources, verbs }) => [...resources, ...verbs])).not.toContain("*");
  });

  it("let power users run pods and open shells in their namespaces alone", () => {
    const { namespaces, namespaceRules } = powerUser(["tracking"]);

    expect(namespaces).toEqual(["tracking"]);
    expect(namespaceRules.flatMap(({ resources }) => resources)).toEqual(
      expect.arrayContaining(["pods", "pods/exec", "ingresses"]),
    );
  });
});
