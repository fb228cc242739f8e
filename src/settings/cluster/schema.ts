import { z } from "zod";
import type {
  ClusterSettings,
  EndpointAccess,
  NodeGroupConfig,
  NodeGroupSize,
  TerraformRoles,
} from "./cluster";
import { EKS_ADDON_NAMES, type EksAddonConfig, type EksAddonName } from "./eks-addons";
import { objectOf } from "../checking/object-of";

const text = z.string();
const number = z.number();
const flag = z.boolean();

const nodeGroup = objectOf<Partial<NodeGroupConfig>>({
  amiType: text.optional(),
  instanceTypes: z.array(text).optional(),
  capacityType: z.enum(["ON_DEMAND", "SPOT"]).optional(),
  size: objectOf<NodeGroupSize>({ min: number, desired: number, max: number }).optional(),
  diskGib: number.optional(),
});

const eksAddon = z
  .union([
    objectOf<Partial<EksAddonConfig>>({ version: text.optional(), skewReason: text.optional() }),
    z.literal(false),
  ])
  .optional();

const eksAddons = objectOf<NonNullable<ClusterSettings["eksAddons"]>>(
  Object.fromEntries(EKS_ADDON_NAMES.map((name) => [name, eksAddon])) as Record<
    EksAddonName,
    typeof eksAddon
  >,
);

/** What an environment file may say about the cluster. */
export const CLUSTER_SETTINGS = objectOf<ClusterSettings>({
  name: text.optional(),
  version: text.optional(),
  identity: z.enum(["irsa", "pod-identity"]).optional(),
  authenticationMode: z.enum(["API", "API_AND_CONFIG_MAP", "CONFIG_MAP"]).optional(),
  endpointAccess: objectOf<Partial<EndpointAccess>>({
    public: flag.optional(),
    publicCidrs: z.array(text).optional(),
  }).optional(),
  terraformRoles: objectOf<TerraformRoles>({ plan: text, apply: text.optional() }).optional(),
  logRetentionDays: number.optional(),
  nodeGroups: z.record(text, nodeGroup).optional(),
  eksAddons: eksAddons.optional(),
});
