import type { ApiClient } from "../../../offline/api-client";
import { blocksOf } from "../../../terraform-json/blocks";
import { asList, isMap, type JsonMap, textOf } from "../../../terraform-json/json-map";
import { isAllowed } from "../../rights/ask";
import type { Deed } from "../../rights/deeds";

/** Deeds that separate the levels of access from each other. */
export const DEEDS = {
  "get pods": { verb: "get", resource: "pods" },
  "get logs": { verb: "get", resource: "pods", subresource: "log" },
  "exec into pods": { verb: "create", resource: "pods", subresource: "exec" },
  "delete pods": { verb: "delete", resource: "pods" },
  "get secrets": { verb: "get", resource: "secrets" },
  "scale deployments": { verb: "update", resource: "deployments", group: "apps", subresource: "scale" },
  "create deployments": { verb: "create", resource: "deployments", group: "apps" },
  "create rolebindings": { verb: "create", resource: "rolebindings", group: "rbac.authorization.k8s.io" },
  "escalate roles": { verb: "escalate", resource: "roles", group: "rbac.authorization.k8s.io" },
  "impersonate users": { verb: "impersonate", resource: "users" },
  "make tokens": { verb: "create", resource: "serviceaccounts", subresource: "token" },
} satisfies Readonly<Record<string, Deed>>;

/** Deeds that a group may do, by namespace; `*` is everywhere. */
export type Rights = Readonly<Record<string, readonly string[]>>;

/** Groups that stacks give rights to. */
export const groupsIn = (access: JsonMap): string[] => {
  const bindings = ["kubernetes_cluster_role_binding_v1", "kubernetes_role_binding_v1"].flatMap((type) =>
    Object.values(blocksOf(access, type)),
  );
  const subjects = bindings.flatMap(({ subject }) => asList(subject)).filter(isMap);
  return [...new Set(subjects.filter(({ kind }) => kind === "Group").map(({ name }) => textOf(name)))].sort();
};

/** Rights of a group, as the server answers `kubectl auth can-i` of its members. */
export async function rightsOf(
  group: string,
  namespaces: readonly string[],
  client: ApiClient,
): Promise<Rights> {
  const rights: Record<string, readonly string[]> = {};
  for (const namespace of ["", ...namespaces]) {
    const allowed: string[] = [];
    for (const [name, deed] of Object.entries<Deed>(DEEDS)) {
      if (await isAllowed(group, deed, namespace, client)) {
        allowed.push(name);
      }
    }
    rights[namespace === "" ? "*" : namespace] = allowed;
  }
  return rights;
}

/** Deeds with which a group can give itself any right. */
const ESCALATES = ["create rolebindings", "escalate roles", "impersonate users", "make tokens"];

/** Groups that can give themselves rights which they do not have. An administrator, who has all, cannot. */
export const tooManyRights = (
  groups: readonly { readonly group: string; readonly rights: Rights }[],
): string[] =>
  groups.flatMap(({ group, rights }) => {
    const everywhere = rights["*"] ?? [];
    const isAdministrator = everywhere.length === Object.keys(DEEDS).length;
    const escalating = Object.entries(rights).flatMap(([namespace, deeds]) =>
      deeds.filter((deed) => ESCALATES.includes(deed)).map((deed) => `${deed} in ${namespace}`),
    );
    return isAdministrator || escalating.length === 0
      ? []
      : [
          `group ${group}: expected no way to more rights, got ${escalating.join(", ")}; take it from its level of access`,
        ];
  });
