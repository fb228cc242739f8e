import { type Bound, boundOfRoles, hasBoundVolumes } from "./bounds";
import type { Inventory, Project, ResourceKind } from "./inventory";
import type { Permission } from "./permissions";

/** Permissions that Argo CD uses for a project. */
export const permissionsOfProject = (project: Project, inventory: Inventory): Permission[] => [
  ...project.clusterKinds
    .filter((kind) => !(isDisk(kind) && hasBoundVolumes(project, inventory)))
    .map((kind) => applied(kind)),
  ...inventory.namespaces
    .filter(({ name }) => project.destinations.some((pattern) => matches(name, pattern)))
    .flatMap(({ name }) => appliedIn(name, project, inventory)),
];

/** Permissions in a namespace. Where a constraint bounds Roles, they give what it lists and nothing else. */
function appliedIn(namespace: string, project: Project, inventory: Inventory): Permission[] {
  const bound = boundOfRoles(project, namespace, inventory);
  const kinds = project.namespaceKinds;
  if (bound === undefined) {
    return kinds.map((kind) => applied(kind, namespace));
  }
  const others = kinds.filter((kind) => !isOfRoles(kind));
  return [
    ...others.map((kind) => applied(kind, namespace)),
    ...(others.length < kinds.length ? rulesIn(namespace, bound) : []),
  ];
}

const rulesIn = (namespace: string, { rules }: Bound): Permission[] =>
  rules.filter((rule) => (rule.namespace ?? namespace) === namespace).map((rule) => ({ ...rule, namespace }));

const isDisk = ({ group, kind }: ResourceKind): boolean => group === "" && kind === "PersistentVolume";

const isOfRoles = ({ group, kind }: ResourceKind): boolean =>
  group === "rbac.authorization.k8s.io" && ["Role", "RoleBinding"].includes(kind);

const applied = ({ group, kind, name }: ResourceKind, namespace?: string): Permission => ({
  verbs: ["create", "update", "patch", "delete"],
  apiGroups: [group],
  resources: [pluralOf(kind)],
  ...(name !== undefined && name !== "*" && { resourceNames: [name] }),
  namespace,
  byArgoCd: true,
});

/** Name of a kind in rules. */
function pluralOf(kind: string): string {
  const singular = kind.toLowerCase();
  if (singular === "*" || singular.endsWith("endpoints")) {
    return singular;
  }
  return singular.endsWith("y")
    ? `${singular.slice(0, -1)}ies`
    : singular.endsWith("s")
      ? `${singular}es`
      : `${singular}s`;
}

/** True if a namespace's name, which is letters, digits and hyphens, fits a pattern. */
const matches = (name: string, pattern: string): boolean =>
  new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(name);
