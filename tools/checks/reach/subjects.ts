import { DELIVERED_FROM } from "../../../src/stacks/cluster-services/addon-projects";
import type { Inventory, Project } from "./inventory";
import { isAbout, type Permission, permissionsOfAccount, permissionsOfGroup } from "./permissions";
import { permissionsOfProject } from "./project-permissions";

/** Person, team or program whose reach is judged. */
export interface Subject {
  /** Such as `level developer`. */
  readonly name: string;
  readonly permissions: readonly Permission[];

  /** Namespaces that are its own. */
  readonly namespaces: readonly string[];

  /** True if its level is declared to allow everything. */
  readonly administrator: boolean;
}

/** Every access level, project and service account of a tenant's namespace. */
export const subjectsOf = (inventory: Inventory): Subject[] => [
  ...levelsOf(inventory),
  ...inventory.projects.filter(hasWriters).map((project) =>
    subject(
      `project ${project.name}`,
      permissionsOfProject(project, inventory),
      project.destinations.filter((name) => isTenants(name, inventory)),
    ),
  ),
  ...inventory.accounts
    .filter(({ namespace }) => isTenants(namespace, inventory))
    .map((account) =>
      subject(
        `service account ${account.namespace}/${account.name}`,
        permissionsOfAccount(account, inventory),
        [account.namespace],
      ),
    ),
];

/** True if any team writes to a source of a project. Only the platform makes applications that name the others. */
const hasWriters = ({ sources }: Project): boolean =>
  sources.length === 0 || sources.some((source) => !DELIVERED_FROM.includes(source));

/** Groups that people are in, each with the namespaces that its rights name. */
function levelsOf(inventory: Inventory): Subject[] {
  const held = inventory.bindings.flatMap(({ holders }) =>
    holders.flatMap((holder) => (holder.kind === "Group" ? [holder.name] : [])),
  );
  const groups = new Set([...held, ...inventory.policies.map(({ group }) => group)]);
  return [...groups]
    .filter((group) => !group.startsWith("system:"))
    .map((group) => {
      const permissions = permissionsOfGroup(group, inventory);
      const named = new Set(permissions.flatMap(({ namespace }) => namespace ?? []));
      return subject(
        `level ${group}`,
        permissions,
        [...named].filter((name) => isTenants(name, inventory)),
      );
    });
}

const subject = (
  name: string,
  permissions: readonly Permission[],
  namespaces: readonly string[],
): Subject => ({
  name,
  permissions,
  namespaces,
  administrator: permissions.some(isEverything),
});

/** Argo CD only applies, so every kind is all that a project can have. */
const isEverything = (permission: Permission): boolean =>
  permission.namespace === undefined &&
  isAbout(permission, {
    verbs: permission.byArgoCd ? permission.verbs : ["*"],
    group: "*",
    resource: "*",
  });

const isTenants = (name: string, { namespaces }: Inventory): boolean =>
  namespaces.some((namespace) => namespace.name === name && namespace.tenant);
