import { describe, expect, it } from "vitest";
import { TERRAFORM_LEVELS } from "../../../src/settings/access/access-levels";
import type { AccessLevelConfig } from "../../../src/settings/access/access-levels-schema";
import { organisation } from "../../support/organisation";

const levels: [string, AccessLevelConfig][] = Object.entries({
  ...organisation.accessLevels,
  ...TERRAFORM_LEVELS,
});
const namesOf = (some: [string, AccessLevelConfig][]) => some.map(([name]) => name);

const includes = (list: readonly string[], item: string) => list.includes(item) || list.includes("*");

/** True if a level may do something in the whole cluster. */
const may = (verb: string, apiGroup: string, resource: string) => (level: AccessLevelConfig) =>
  level.clusterRules.some(
    ({ apiGroups, resources, verbs }) =>
      includes(apiGroups, apiGroup) && includes(resources, resource) && includes(verbs, verb),
  );

describe("a plan of Terraform", () => {
  const plan: AccessLevelConfig = TERRAFORM_LEVELS["terraform-plan"];

  it("reads no Secret, by its group or by a policy of AWS's", () => {
    expect(["get", "list", "watch"].filter((verb) => may(verb, "", "secrets")(plan))).toEqual([]);
    expect(plan.policy).toBeUndefined();
  });

  it("names each kind that it reads, and only gets", () => {
    const rules = plan.clusterRules;

    expect(rules.flatMap(({ apiGroups, resources }) => [...apiGroups, ...resources])).not.toContain("*");
    expect(new Set(rules.flatMap(({ verbs }) => verbs))).toEqual(new Set(["get"]));
  });
});

describe("access levels", () => {
  it("let administrators, and the role that applies, do everything", () => {
    const administrators = levels.filter(([, level]) =>
      may("delete", "rbac.authorization.k8s.io", "clusterroles")(level),
    );

    expect(namesOf(administrators)).toEqual([
      "fulladmin",
      "platformengineer",
      "tempadmin",
      "terraform-apply",
    ]);
  });

  it("give AWS's administrator policy to the same ones", () => {
    const administrators = levels.filter(([, { policy }]) => policy === "AmazonEKSClusterAdminPolicy");

    expect(namesOf(administrators)).toEqual([
      "fulladmin",
      "platformengineer",
      "tempadmin",
      "terraform-apply",
    ]);
  });

  it("let nobody else change anything outside a namespace", () => {
    const READ = ["get", "list", "watch"];
    const others = levels.filter(([, { policy }]) => policy !== "AmazonEKSClusterAdminPolicy");

    expect(others.flatMap(([, { clusterRules }]) => clusterRules.flatMap(({ verbs }) => verbs))).toSatisfy(
      (verbs: string[]) => verbs.every((verb) => READ.includes(verb)),
    );
  });

  it("show Secrets of every namespace to administrators and to the role that applies alone", () => {
    expect(namesOf(levels.filter(([, level]) => may("list", "", "secrets")(level)))).toEqual([
      "fulladmin",
      "platformengineer",
      "tempadmin",
      "terraform-apply",
    ]);
  });

  it("show Secrets of their own namespaces to developers alone", () => {
    const shown = levels.filter(([, { namespaceRules }]) =>
      namespaceRules.some(({ resources }) => includes(resources, "secrets")),
    );

    expect(namesOf(shown)).toEqual(["developer"]);
  });

  it("give AWS's policies only to administrators and to those who look", () => {
    expect(Object.fromEntries(levels.map(([name, { policy }]) => [name, policy]))).toEqual({
      fulladmin: "AmazonEKSClusterAdminPolicy",
      platformengineer: "AmazonEKSClusterAdminPolicy",
      tempadmin: "AmazonEKSClusterAdminPolicy",
      "terraform-apply": "AmazonEKSClusterAdminPolicy",
      ithctester: "AmazonEKSViewPolicy",
      readonly: "AmazonEKSViewPolicy",
    });
  });

  it("are for some namespaces, but for administrators, testers and Terraform", () => {
    expect(
      Object.fromEntries(
        levels.filter(([, { namespaces }]) => namespaces).map(([name, { namespaces }]) => [name, namespaces]),
      ),
    ).toEqual({
      developer: ["apps", "licensify"],
      licensinguser: ["licensify"],
      dguengineer: ["datagovuk"],
      readonly: ["apps", "licensify"],
    });
  });

  it("say in which namespaces the rules of namespaces hold", () => {
    expect(levels.filter(([, level]) => level.namespaceRules.length > 0 && !level.namespaces)).toEqual([]);
  });

  it("name the subresource of logs as Kubernetes does, in the singular", () => {
    const resources = levels.flatMap(([, { clusterRules, namespaceRules }]) =>
      [...clusterRules, ...namespaceRules].flatMap((rule) => rule.resources),
    );

    expect(resources).toContain("pods/log");
    expect(resources).not.toContain("pods/logs");
  });
});
