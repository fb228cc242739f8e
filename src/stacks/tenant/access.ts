import type { Manifest } from "../../constructs/manifests";
import { deployerGroup, teamGroup, tenantRole } from "../../names/tenant-names";
import type { ProductTeamConfig, Tenant } from "../../settings/products/products";

const API_GROUP = "rbac.authorization.k8s.io";

/** Bindings of a namespace: one for each team with access, and one for the workflows that deploy. */
export const bindingsOf = (
  { namespace, settings: { access, deploy } }: Tenant,
  teams: Readonly<Record<string, ProductTeamConfig>>,
): Manifest[] => [
  ...access.map(({ team, role }) =>
    binding(namespace, `${team}-${role}`, tenantRole(role), teamGroup(teams[team]!.group)),
  ),
  ...(deploy?.mode === "push"
    ? [binding(namespace, "deployer", tenantRole("deployer"), deployerGroup(namespace))]
    : []),
];

const binding = (namespace: string, name: string, role: string, group: string): Manifest => ({
  apiVersion: `${API_GROUP}/v1`,
  kind: "RoleBinding",
  metadata: { name, namespace },
  roleRef: { apiGroup: API_GROUP, kind: "ClusterRole", name: role },
  subjects: [{ apiGroup: API_GROUP, kind: "Group", name: group }],
});
