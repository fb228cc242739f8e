import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { at, type KubernetesObject, listAt, mapAt } from "../charts/objects";
import { boundsIn } from "./bounds";
import { type Binding, EMPTY, type Holder, type Inventory, type Project, type Rule } from "./inventory";
import { labelledNamespace } from "./labelled-namespace";

/** Inventory of Kubernetes objects. Those without a namespace are in the release's if their kind has one. */
export const inventoryOfObjects = (
  objects: readonly KubernetesObject[],
  releaseNamespace: string,
): Inventory => {
  const ofKind = (kind: string) => objects.filter((object) => object.kind === kind);
  const namespaceOf = ({ metadata }: KubernetesObject) => textOf(metadata.namespace ?? releaseNamespace);
  const name = ({ metadata }: KubernetesObject) => textOf(metadata.name);

  return {
    ...EMPTY,
    namespaces: ofKind("Namespace").map((one) =>
      labelledNamespace(name(one), mapAt(one, "metadata", "labels")),
    ),
    ...boundsIn(objects),
    accounts: ofKind("ServiceAccount").map((one) => ({ namespace: namespaceOf(one), name: name(one) })),
    roles: [
      ...ofKind("ClusterRole").map((one) => ({ name: name(one), rules: rulesIn(one, objects) })),
      ...ofKind("Role").map((one) => ({
        name: name(one),
        namespace: namespaceOf(one),
        rules: rulesIn(one, objects),
      })),
    ],
    bindings: [
      ...ofKind("ClusterRoleBinding").map((one) => bindingOf(one)),
      ...ofKind("RoleBinding").map((one) => ({ ...bindingOf(one), namespace: namespaceOf(one) })),
    ],
    projects: ofKind("AppProject").map((one) => projectOf(one, namespaceOf(one))),
    tokenSecrets: ofKind("Secret")
      .filter(({ type }) => type === "kubernetes.io/service-account-token")
      .map((one) => ({
        namespace: namespaceOf(one),
        name: name(one),
        account: textOf(at(one, "metadata", "annotations", "kubernetes.io/service-account.name")),
      })),
    stores: ofKind("ClusterSecretStore").map((one) => ({
      name: name(one),
      ...namespacesOfStore(one),
    })),
  };
};

/** Namespaces in a store's conditions. A condition of another sort may match any namespace. */
function namespacesOfStore(store: KubernetesObject): { readonly namespaces?: readonly string[] } {
  const conditions = listAt(store, "spec", "conditions").filter(isMap);
  const isOpen = (condition: object) => Object.keys(condition).some((key) => key !== "namespaces");
  return conditions.length === 0 || conditions.some(isOpen)
    ? {}
    : {
        namespaces: conditions.flatMap((condition) =>
          Array.isArray(condition.namespaces) ? condition.namespaces.map(textOf) : [],
        ),
      };
}

/** Rules of a role, those that it takes from others by their labels included. */
function rulesIn(role: KubernetesObject, objects: readonly KubernetesObject[]): Rule[] {
  const selectors = listAt(role, "aggregationRule", "clusterRoleSelectors").filter(isMap);
  const parts = objects.filter(
    (other) =>
      other !== role &&
      other.kind === "ClusterRole" &&
      selectors.some((selector) => hasLabels(other, mapAt(selector, "matchLabels"))),
  );
  return [role, ...parts].flatMap((one) => listAt(one, "rules").filter(isMap).map(ruleOf));
}

const hasLabels = ({ metadata }: KubernetesObject, labels: JsonMap): boolean =>
  Object.entries(labels).every(([key, value]) => at(metadata, "labels", key) === value);

const ruleOf = (rule: JsonMap): Rule => {
  const texts = (key: string) => listAt(rule, key).map(textOf);
  return {
    verbs: texts("verbs"),
    apiGroups: texts("apiGroups"),
    resources: texts("resources"),
    ...(rule.resourceNames !== undefined && { resourceNames: texts("resourceNames") }),
  };
};

const bindingOf = (object: KubernetesObject): Binding => ({
  name: textOf(object.metadata.name),
  role: {
    kind: at(object, "roleRef", "kind") === "Role" ? "Role" : "ClusterRole",
    name: textOf(at(object, "roleRef", "name")),
  },
  holders: listAt(object, "subjects").filter(isMap).flatMap(holderOf),
});

function holderOf({ kind, namespace, name }: JsonMap): Holder[] {
  if (kind === "Group") {
    return [{ kind, name: textOf(name) }];
  }
  return kind === "ServiceAccount" ? [{ kind, namespace: textOf(namespace), name: textOf(name) }] : [];
}

const projectOf = (object: KubernetesObject, namespace: string): Project => ({
  name: textOf(object.metadata.name),
  namespace,
  sources: listAt(object, "spec", "sourceRepos").map(textOf),
  destinations: listAt(object, "spec", "destinations").map((one) => textOf(at(one, "namespace"))),
  namespaceKinds: kindsAt(object, "namespaceResourceWhitelist"),
  clusterKinds: kindsAt(object, "clusterResourceWhitelist"),
});

const kindsAt = (object: KubernetesObject, key: string) =>
  listAt(object, "spec", key)
    .filter(isMap)
    .map(({ group, kind, name }) => ({
      group: textOf(group),
      kind: textOf(kind),
      ...(name !== undefined && { name: textOf(name) }),
    }));
