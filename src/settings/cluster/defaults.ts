import { serviceRoleName } from "../../names/cluster-names";
import type { Callers } from "../checking/callers";
import { mergeSettings } from "../checking/merge-settings";
import type { OrganisationConfig } from "../organisation/schema";
import { runRolesOf } from "../organisation/terraform-cloud";
import { releaseOf } from "../releases/release";
import type { BackendConfig } from "../state/backend";
import type { ClusterConfig, ClusterSettings } from "./cluster";
import { type Compute, computeWithDefaults, isAutoModeAlone } from "./compute/compute";
import { identityProviderWithDefaults } from "./identity-provider";
import { NO_CAPABILITIES } from "./eks-capabilities";
import { nodeGroup } from "./node-group";
import { BY_VPC_CNI, hasCiliumAlone } from "./pod-network";
import { driversOfEks } from "./drivers";
import {
  AUTO_MODE_LEAVES,
  AUTO_MODE_REPLACES,
  CILIUM_REPLACES,
  EKS_ADDON_NAMES,
  DRIVERS,
  EKS_ADDONS,
  type EksAddonConfig,
  type EksAddonName,
  isOnRequest,
  UNPLACED_EKS_ADDONS,
} from "./eks-addons";

const PRODUCTION_NODE_GROUPS: NonNullable<ClusterSettings["nodeGroups"]> = {
  "arm-green": { size: { min: 12, desired: 12, max: 24 } },
};

/** Nodes of Karpenter's controller and what must run before it, one in each of three zones. */
const CONTROLLER_NODE_GROUPS: NonNullable<ClusterSettings["nodeGroups"]> = {
  controllers: { instanceTypes: ["m8g.large"], size: { min: 3, desired: 3, max: 4 } },
};

/** Node groups of a cluster that names none. */
function nodeGroupsBeside(compute: Compute): NonNullable<ClusterSettings["nodeGroups"]> {
  if (compute.kind === "node-groups") {
    return PRODUCTION_NODE_GROUPS;
  }
  return compute.kind === "karpenter" && compute.controller === "node-groups" ? CONTROLLER_NODE_GROUPS : {};
}

/** Facts of the environment on which a cluster's defaults depend. */
interface Place {
  readonly environment: string;
  readonly main: boolean;
  readonly backend: BackendConfig;
  readonly organisation: Pick<OrganisationConfig, "callers" | "releases" | "terraformCloud">;
}

/** Kubernetes minor of a cluster that names no release. */
const NEWEST_TRIED = "1.36";

/** EKS settings of a cluster over production's, and those over its release's. */
export function clusterWithDefaults(
  name: string,
  settings: ClusterSettings,
  { environment, main, backend, organisation }: Place,
): ClusterConfig {
  const { callers } = organisation;
  const { plan } = runRolesOf({ name: environment, organisation, cluster: { name, main } });
  const release = releaseOf(settings.release, organisation.releases);
  const version = settings.version ?? release?.kubernetes ?? NEWEST_TRIED;
  const compute = computeWithDefaults(settings.compute, version, release);
  const nodeGroups = settings.nodeGroups ?? nodeGroupsBeside(compute);
  const podsStartOpen = settings.podsStartOpen ?? false;
  const podNetwork = settings.podNetwork ?? BY_VPC_CNI;

  return {
    name,
    main,
    ...(settings.release !== undefined && { release: settings.release }),
    charts: release?.charts ?? {},
    ...(settings.fleet !== undefined && { fleet: settings.fleet }),
    version,
    gitops: settings.gitops ?? "argo-cd",
    identity: settings.identity ?? "irsa",
    authenticationMode: settings.authenticationMode ?? "API",
    endpointAccess: endpointAccessWithDefaults(settings.endpointAccess, callers.kubernetesApi),
    administratorPages: settings.administratorPages ?? callers.administratorPages,
    ...(settings.addressPool !== undefined && { addressPool: settings.addressPool }),
    ...(settings.ipv6 !== undefined && { ipv6: settings.ipv6 }),
    ...(settings.proxy !== undefined && { proxy: settings.proxy }),
    ...(settings.identityProvider !== undefined && {
      identityProvider: identityProviderWithDefaults(settings.identityProvider),
    }),
    terraformRoles: settings.terraformRoles ?? (backend.type === "cloud" ? { plan } : undefined),
    sessionManager: settings.sessionManager ?? false,
    instanceMetadata: settings.instanceMetadata ?? false,
    podsStartOpen,
    podNetwork,
    support: settings.support ?? "EXTENDED",
    controlPlaneRole: settings.controlPlaneRole ?? serviceRoleName(name, "cluster"),
    logRetentionDays: settings.logRetentionDays ?? 731,
    compute,
    nodeGroups: Object.fromEntries(
      Object.entries(nodeGroups).map(([group, some]) => [group, nodeGroup(group, some, version, release)]),
    ),
    eksAddons: eksAddonsWithDefaults(settings.eksAddons, {
      versions: release?.eksAddons,
      drivers: driversOfEks({ addons: settings.addons ?? {} }).map((driver) => DRIVERS[driver]),
      podsStartOpen: podsStartOpen !== false,
      replaced: [
        ...(isAutoModeAlone({ compute, nodeGroups }) ? [...AUTO_MODE_REPLACES, ...AUTO_MODE_LEAVES] : []),
        ...(hasCiliumAlone({ podNetwork }) ? CILIUM_REPLACES : []),
      ],
    }),
    eksCapabilities: { ...NO_CAPABILITIES, ...settings.eksCapabilities },
  };
}

/** Ways to the API: a relay leads to one that answers inside the VPC alone. */
const endpointAccessWithDefaults = (
  { public: callers, relay, agents }: NonNullable<ClusterSettings["endpointAccess"]> = {},
  ofOrganisation: Callers | undefined,
): ClusterConfig["endpointAccess"] => ({
  public: callers ?? (relay === undefined ? (ofOrganisation ?? false) : false),
  relay,
  agents,
});

/** Facts of a cluster on which its add-ons of EKS depend. */
interface EksAddonsPlace {
  /** Versions of the release, by the names of add-ons; `undefined` without a release. */
  readonly versions: Readonly<Record<string, string>> | undefined;

  /** Drivers of volumes that EKS installs. */
  readonly drivers: readonly EksAddonName[];
  readonly podsStartOpen: boolean;

  /** Add-ons whose work another part of the cluster does. */
  readonly replaced: readonly EksAddonName[];
}

function eksAddonsWithDefaults(
  settings: ClusterSettings["eksAddons"] = {},
  { versions, drivers, podsStartOpen, replaced }: EksAddonsPlace,
): ClusterConfig["eksAddons"] {
  const addons: Record<string, EksAddonConfig> = {};
  for (const name of EKS_ADDON_NAMES) {
    const off =
      (isOnRequest(name) && !drivers.includes(name)) ||
      (versions !== undefined && versions[name] === undefined && !drivers.includes(name)) ||
      (!podsStartOpen && UNPLACED_EKS_ADDONS.includes(name)) ||
      replaced.includes(name);
    const addon = settings[name] ?? (off ? false : undefined);
    if (addon !== false) {
      addons[name] = mergeSettings<EksAddonConfig>(
        { version: versions?.[name] ?? EKS_ADDONS[name].version },
        addon,
      );
    }
  }
  return addons;
}
