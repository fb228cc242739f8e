import { accountOfController } from "../../../src/addons/argo-cd/account";
import { POLICIES } from "../../../src/addons/gatekeeper/policies";
import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { at, type KubernetesObject, listAt } from "../charts/objects";
import type { Inventory, Project, Rule } from "./inventory";

/** Constraint that refuses what one account makes beyond what it lists. */
export interface Bound {
  /** User whose objects it judges, as Kubernetes calls it. */
  readonly account: string;

  /** Namespaces in which it holds. */
  readonly namespaces: readonly string[];

  /** Rights that it leaves to Roles, each in one namespace, or in all of them. */
  readonly rules: readonly (Rule & { readonly namespace?: string })[];
}

/** Bounds among objects: constraints that refuse and have no exception, by their rendered parameters. */
export const boundsIn = (
  objects: readonly KubernetesObject[],
): Pick<Inventory, "rolesBounds" | "volumeBounds"> => ({
  rolesBounds: boundsOfKind(POLICIES["bounded-roles"].kind, objects),
  volumeBounds: boundsOfKind(POLICIES["static-volumes"].kind, objects),
});

const boundsOfKind = (kind: string, objects: readonly KubernetesObject[]): Bound[] =>
  objects
    .filter((object) => object.kind === kind && at(object, "spec", "enforcementAction") === "deny")
    .filter((object) => listAt(object, "spec", "parameters", "exceptions").length === 0)
    .map((object) => ({
      account: textOf(at(object, "spec", "parameters", "account")),
      namespaces: listAt(object, "spec", "match", "namespaces").map(textOf),
      rules: listAt(object, "spec", "parameters", "rules").filter(isMap).map(ruleOf),
    }));

const ruleOf = (rule: JsonMap) => {
  const texts = (key: string) => listAt(rule, key).map(textOf);
  return {
    verbs: texts("verbs"),
    apiGroups: texts("apiGroups"),
    resources: texts("resources"),
    ...(rule.namespace !== undefined && { namespace: textOf(rule.namespace) }),
  };
};

/** Bound on the Roles that a project's applications bring to a namespace. */
export const boundOfRoles = (
  project: Project,
  namespace: string,
  { rolesBounds }: Inventory,
): Bound | undefined => rolesBounds.find((one) => isOf(project, one) && one.namespaces.includes(namespace));

/** True if a project's applications may bring listed disks alone. */
export const hasBoundVolumes = (project: Project, { volumeBounds }: Inventory): boolean =>
  volumeBounds.some((one) => isOf(project, one));

const isOf = (project: Project, { account }: Bound): boolean =>
  account === accountOfController(project.namespace);
