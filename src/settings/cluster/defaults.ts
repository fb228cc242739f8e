import { serviceRoleName } from "../../names/cluster-names";
import { mergeSettings } from "../checking/merge-settings";
import type { OrganisationConfig } from "../organisation/schema";
import { runRolesOf } from "../organisation/terraform-cloud";
import type { BackendConfig } from "../state/backend";
import type { ClusterConfig, ClusterSettings } from "./cluster";
import { nodeGroup } from "./node-group";
import { EKS_ADDON_NAMES, EKS_ADDONS, type EksAddonConfig, UNPLACED_EKS_ADDONS } from "./eks-addons";

const PRODUCTION_NODE_GROUPS: NonNullable<ClusterSettings["nodeGroups"]> = {
  "arm-green": { size: { min: 12, desired: 12, max: 24 } },
};

/** Facts of the environment on which a cluster's defaults depend. */
interface Place {
  readonly environment: string;
  readonly main: boolean;
  readonly backend: BackendConfig;
  readonly organisation: Pick<OrganisationConfig, "callers" | "terraformCloud">;
}

/** EKS settings of a cluster over production's. */
export function clusterWithDefaults(
  name: string,
  settings: ClusterSettings,
  { environment, main, backend, organisation }: Place,
): ClusterConfig {
  const { callers } = organisation;
  const { plan } = runRolesOf({ name: environment, organisation, cluster: { name, main } });
  const nodeGroups = settings.nodeGroups ?? PRODUCTION_NODE_GROUPS;
  const version = settings.version ?? "1.36";
  const podsStartOpen = settings.podsStartOpen ?? false;

  return {
    name,
    main,
    version,
    identity: settings.identity ?? "irsa",
    authenticationMode: settings.authenticationMode ?? "API",
    endpointAccess: { public: settings.endpointAccess?.public ?? callers.kubernetesApi ?? false },
    administratorPages: settings.administratorPages ?? callers.administratorPages,
    terraformRoles: settings.terraformRoles ?? (backend.type === "cloud" ? { plan } : undefined),
    sessionManager: settings.sessionManager ?? false,
    instanceMetadata: settings.instanceMetadata ?? false,
    podsStartOpen,
    support: settings.support ?? "EXTENDED",
    controlPlaneRole: settings.controlPlaneRole ?? serviceRoleName(name, "cluster"),
    logRetentionDays: settings.logRetentionDays ?? 731,
    nodeGroups: Object.fromEntries(
      Object.entries(nodeGroups).map(([group, some]) => [group, nodeGroup(group, some, version)]),
    ),
    eksAddons: eksAddonsWithDefaults(settings.eksAddons, podsStartOpen !== false),
  };
}

function eksAddonsWithDefaults(
  settings: ClusterSettings["eksAddons"] = {},
  podsStartOpen: boolean,
): ClusterConfig["eksAddons"] {
  const addons: Record<string, EksAddonConfig> = {};
  for (const name of EKS_ADDON_NAMES) {
    const addon =
      settings[name] ?? (podsStartOpen || !UNPLACED_EKS_ADDONS.includes(name) ? undefined : false);
    if (addon !== false) {
      addons[name] = mergeSettings<EksAddonConfig>({ version: EKS_ADDONS[name].version }, addon);
    }
  }
  return addons;
}
