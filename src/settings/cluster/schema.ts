import { z } from "zod";
import type { ClusterSettings, TerraformRoles } from "./cluster";
import type {
  AmazonLinuxUserData,
  BottlerocketUserData,
  DiskPerformance,
  KubeletValue,
  NodeGroupConfig,
  NodeGroupSize,
  NodeTaint,
  NodeUserData,
} from "./node-group";
import {
  EKS_ADDON_NAMES,
  type EksAddonConfig,
  type EksAddonConfiguration,
  type EksAddonName,
  type EksAddonValue,
} from "./eks-addons";
import { GITOPS } from "../addon-definition/definition";
import { EKS_CAPABILITIES } from "./eks-capabilities";
import type { AccessFile } from "../access/access-file";
import { COMPUTE } from "./compute/schema";
import { ACCESS_MEMBERS } from "../access/access-file-schema";
import { ADDONS_SETTINGS } from "../addons/schema";
import { CALLERS } from "../checking/callers";
import { objectOf } from "../checking/object-of";
import type { Opened } from "../checking/opened";
import type { DatabaseConfig } from "../databases/database";
import { APPLICATION_NAMESPACES_SETTINGS } from "../namespaces/schema";
import { FLEET, type FleetConfig } from "../fleet/schema";
import { ENDPOINTS, IPV6, NAT, SUBNETS } from "../network/schema";
import { IDENTITY_PROVIDER } from "./identity-provider";
import { POD_NETWORK } from "./pod-network";
import { PROXY } from "./proxy";
import { ENDPOINT_ACCESS, type EndpointAccessSettings } from "./ways-in/schema";

const text = z.string();
const number = z.number();
const flag = z.boolean();

const kubeletValue: z.ZodType<KubeletValue> = z.lazy(() =>
  z.union([text, number, flag, z.array(kubeletValue), z.record(text, kubeletValue)]),
);

const userData: z.ZodType<NodeUserData> = z.union([
  objectOf<BottlerocketUserData>({ toml: text }),
  objectOf<AmazonLinuxUserData>({
    commands: z.array(text).optional(),
    kubelet: z.record(text, kubeletValue).optional(),
  }),
]);

const diskPerformance: z.ZodType<DiskPerformance> = z.union([
  objectOf<Extract<DiskPerformance, { type: "gp3" }>>({
    type: z.literal("gp3"),
    iops: number.optional(),
    throughputMib: number.optional(),
  }),
  objectOf<Extract<DiskPerformance, { type: "io2" }>>({ type: z.literal("io2"), iops: number }),
]);

const nodeGroup = objectOf<Partial<NodeGroupConfig>>({
  amiType: text.optional(),
  instanceTypes: z.array(text).optional(),
  capacityType: z.enum(["ON_DEMAND", "SPOT"]).optional(),
  size: objectOf<NodeGroupSize>({ min: number, desired: number, max: number }).optional(),
  diskGib: number.optional(),
  diskKmsKeyArn: text.optional(),
  diskPerformance: diskPerformance.optional(),
  placement: z.enum(["cluster", "spread", "partition"]).optional(),
  replaces: z
    .union([
      objectOf<{ nodes: number }>({ nodes: number }),
      objectOf<{ percent: number }>({ percent: number }),
    ])
    .optional(),
  repair: flag.optional(),
  userData: userData.optional(),
  labels: z.record(text, text).optional(),
  taints: z
    .array(
      objectOf<NodeTaint>({
        key: text,
        value: text.optional(),
        effect: z.enum(["NoSchedule", "NoExecute", "PreferNoSchedule"]),
      }),
    )
    .optional(),
  zones: z.array(text).optional(),
  perZone: flag.optional(),
  startupTaint: flag.optional(),
  releaseVersion: z.union([text, objectOf<Opened>({ reason: text })]).optional(),
});

/** Closed, or open for a reason. */
const opened = z.union([objectOf<Opened>({ reason: text }), z.literal(false)]).optional();

const eksAddonValue: z.ZodType<EksAddonValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(eksAddonValue), eksAddonConfiguration]),
);

const eksAddonConfiguration: z.ZodType<EksAddonConfiguration> = z.record(text, eksAddonValue);

const eksAddon = z
  .union([
    objectOf<Partial<EksAddonConfig>>({
      version: text.optional(),
      skewReason: text.optional(),
      configuration: eksAddonConfiguration.optional(),
    }),
    z.literal(false),
  ])
  .optional();

const eksAddons = objectOf<NonNullable<ClusterSettings["eksAddons"]>>(
  Object.fromEntries(EKS_ADDON_NAMES.map((name) => [name, eksAddon])) as Record<
    EksAddonName,
    typeof eksAddon
  >,
);

const database = objectOf<Partial<DatabaseConfig>>({
  engineVersion: text.optional(),
  applyImmediately: flag.optional(),
  backupRetentionDays: number.optional(),
  skipFinalSnapshot: flag.optional(),
  autoPause: flag.optional(),
  maxCapacity: number.optional(),
  passwordVersion: number.optional(),
  usualPort: opened,
});

/** Schema of one cluster in an environment file. */
export const CLUSTER_SETTINGS: z.ZodType<ClusterSettings> = objectOf<ClusterSettings>({
  main: flag.optional(),
  release: text.optional(),
  fleet: (FLEET as z.ZodType<FleetConfig>).optional(),
  version: text.optional(),
  gitops: GITOPS.optional(),
  identity: z.enum(["irsa", "pod-identity"]).optional(),
  authenticationMode: z.enum(["API", "API_AND_CONFIG_MAP", "CONFIG_MAP"]).optional(),
  endpointAccess: (ENDPOINT_ACCESS as z.ZodType<EndpointAccessSettings>).optional(),
  administratorPages: CALLERS.optional(),
  addressPool: text.optional(),
  ipv6: IPV6.optional(),
  proxy: PROXY.optional(),
  identityProvider: IDENTITY_PROVIDER.optional(),
  terraformRoles: objectOf<TerraformRoles>({ plan: text, apply: text.optional() }).optional(),
  sessionManager: opened,
  instanceMetadata: opened,
  podsStartOpen: opened,
  podNetwork: POD_NETWORK.optional(),
  support: z.enum(["STANDARD", "EXTENDED"]).optional(),
  controlPlaneRole: text.optional(),
  logRetentionDays: number.optional(),
  compute: COMPUTE.optional(),
  nodeGroups: z.record(text, nodeGroup).optional(),
  eksAddons: eksAddons.optional(),
  eksCapabilities: EKS_CAPABILITIES.optional(),
  subnets: SUBNETS.optional(),
  endpoints: ENDPOINTS.optional(),
  nat: NAT.optional(),
  subdomain: text.optional(),
  publishingCertificate: flag.optional(),
  grafanaDatabase: z.union([database, z.literal(false)]).optional(),
  workflowsDatabase: z.union([database, z.literal(false)]).optional(),
  addons: ADDONS_SETTINGS.optional(),
  namespaces: APPLICATION_NAMESPACES_SETTINGS.optional(),
  access: objectOf<AccessFile>({ path: text, members: ACCESS_MEMBERS, problems: z.array(text) }),
});
