import { EMPTY, type Inventory, type Rule } from "../../../checks/reach/inventory";
import { reachOf } from "../../../checks/reach/reach";
import { permissionsOfGroup } from "../../../checks/reach/permissions";

/** Two tenants, `shop` and `bank`, beside the platform, whose account `robot` may do everything. */
export const CLUSTER: Inventory = {
  ...EMPTY,
  namespaces: [
    { name: "shop", tenant: true, podSecurity: true },
    { name: "bank", tenant: true, podSecurity: true },
    { name: "platform", tenant: false, podSecurity: true },
    { name: "kube-system", tenant: false, podSecurity: false },
  ],
  accounts: [
    { namespace: "shop", name: "default" },
    { namespace: "shop", name: "till", iamRole: "till-role" },
    { namespace: "bank", name: "vault" },
    { namespace: "platform", name: "robot" },
    { namespace: "platform", name: "clerk" },
  ],
  bindings: [
    {
      name: "robot",
      role: { kind: "ClusterRole", name: "cluster-admin" },
      holders: [{ kind: "ServiceAccount", namespace: "platform", name: "robot" }],
    },
  ],
};

/** A rule about resources of one API group. */
export const rule = (
  verbs: readonly string[],
  group: string,
  resources: readonly string[],
  resourceNames?: readonly string[],
): Rule => ({ verbs, apiGroups: [group], resources, ...(resourceNames && { resourceNames }) });

/** The cluster in which level `developer` has rules, in a namespace or in all of them. */
export const withRules = (
  rules: readonly Rule[],
  namespace?: string,
  cluster: Inventory = CLUSTER,
): Inventory => ({
  ...cluster,
  roles: [...cluster.roles, { name: "developer", namespace, rules }],
  bindings: [
    ...cluster.bindings,
    {
      name: "developer",
      namespace,
      role: { kind: namespace === undefined ? "ClusterRole" : "Role", name: "developer" },
      holders: [{ kind: "Group", name: "developer" }],
    },
  ],
});

/** Everything that level `developer` reaches in a cluster, such as `pods shop`. */
export const reachedIn = (inventory: Inventory): string[] => [
  ...reachOf(permissionsOfGroup("developer", inventory), inventory).keys(),
];
