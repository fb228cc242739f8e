import { accountOfController } from "../../addons/argo-cd/account";
import type { Constraint } from "../../addons/gatekeeper/constraint";
import type { GatekeeperConfig } from "../../addons/gatekeeper/settings";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { applicationNamespaces, PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";

const READ = ["get", "list", "watch"];

/** Rights that a Role of charts may have anywhere: to read what runs in its namespace. */
const READING = [
  { apiGroups: [""], resources: ["pods", "services", "configmaps"], verbs: READ },
  { apiGroups: ["apps"], resources: ["deployments"], verbs: READ },
  { apiGroups: ["batch"], resources: ["jobs", "cronjobs"], verbs: READ },
];

/** Policies that bound what Argo CD applies, since Kubernetes refuses it nothing. */
export const boundsOfCharts = (
  { volumes, roles }: GatekeeperConfig,
  { addons, organisation }: ClusterEnvironment,
): { readonly [Key in "bounded-roles" | "static-volumes"]?: Partial<Constraint> } => {
  if (addons.argoCd === false) {
    return {};
  }
  const account = accountOfController(PLATFORM_NAMESPACES.services);
  return {
    "bounded-roles": {
      namespaces: applicationNamespaces(organisation),
      parameters: {
        account,
        rules: [
          ...READING,
          ...roles.map(({ namespace, role, apiGroups, resources, verbs }) => ({
            namespace,
            ...(role !== undefined && { role }),
            apiGroups,
            resources,
            verbs,
          })),
        ],
      },
    },
    "static-volumes": {
      parameters: { account, exports: volumes.map(({ server, path }) => ({ server, path })) },
    },
  };
};
