import fc from "fast-check";
import type { AccessFile } from "../../../src/settings/access/access-file";
import type { BackendConfig } from "../../../src/settings/state/backend";
import type { AddonsSettings } from "../../../src/settings/addons";
import type { ClusterSettings } from "../../../src/settings/cluster/cluster";
import type { EndpointAccessSettings } from "../../../src/settings/cluster/ways-in/schema";
import { CHART as CILIUM } from "../../../src/addons/cilium/chart";
import { hasCiliumAlone, type PodNetwork } from "../../../src/settings/cluster/pod-network";
import type { ProxySettings } from "../../../src/settings/cluster/proxy";
import type { NodeGroupConfig } from "../../../src/settings/cluster/node-group";
import { organisation } from "../../samples/platform";
import { type EnvironmentSettings, type Protection } from "../../../src/settings/environment/environment";
import { KUBERNETES_VERSIONS } from "../../../src/settings/cluster/kubernetes-versions";
import type { NetworkSettings, Vpc } from "../../../src/settings/network/network";
import type { SubnetCidrs } from "../../../src/settings/network/subnets";
import { rdsAuthorities } from "../../../src/settings/databases/rds-authorities";
import { REGIONS } from "../../../src/settings/network/regions";

const some = <T>(values: readonly T[]) => fc.constantFrom(...values);
const partly = <T>(model: { [Key in keyof T]-?: fc.Arbitrary<T[Key]> }) =>
  fc.record(model, { requiredKeys: [] });

const hex = fc.integer({ min: 0x10000000, max: 0xffffffff }).map((id) => id.toString(16));
const idOf = (kind: string) => hex.map((id) => `${kind}-${id}`);

/** Blocks of 64 addresses, one after the other, from the start of a VPC. */
const blocks = (vpc: string) => {
  const prefix = vpc.split(".").slice(0, 2).join(".");
  return (index: number) => `${prefix}.${Math.floor(index / 4)}.${(index % 4) * 64}/26`;
};

const network: fc.Arbitrary<{
  region: string;
  network: NetworkSettings & Pick<ClusterSettings, "subnets" | "endpoints" | "ipv6" | "podNetwork">;
}> = fc
  .record({
    region: some(REGIONS.filter((region) => rdsAuthorities(region).length > 0)),
    second: fc.nat({ max: 255 }),
    prefix: fc.integer({ min: 16, max: 20 }),
    letters: fc.subarray(["a", "b", "c", "d", "e"], { minLength: 2 }),
    ids: fc.record({ vpc: idOf("vpc"), igw: idOf("igw"), rtb: idOf("rtb"), subnet: idOf("subnet") }),
    exists: fc.boolean(),
    // Cilium is refused beside IPv6, and tried with few minors.
    mode: some([undefined, undefined, undefined, "chained", "eni"] as const),
    fourth: fc.nat({ max: 255 }),
    ipv6: fc.option(
      fc.record({
        block: fc.nat({ max: 15 }),
        unjudgedIpv4: fc.constant({ reason: "GitHub answers by IPv4 alone" }),
      }),
      { nil: undefined },
    ),
    endpoints: partly({
      s3: fc.boolean(),
      ecr: fc.boolean(),
      secretsManager: fc.boolean(),
      bedrockRuntime: fc.boolean(),
    }),
  })
  .map(({ region, second, prefix, letters: some, ids, exists, endpoints, fourth, mode, ...others }) => {
    const ipv6 = mode === undefined ? others.ipv6 : undefined;
    const letters = region === "us-west-1" ? some.slice(0, 2) : some;
    const cidr = `10.${second}.0.0/${prefix}`;
    const block = blocks(cidr);
    const tier = (first: number): SubnetCidrs =>
      Object.fromEntries(letters.map((letter, index) => [letter, block(first + index)]));
    const [a, b] = letters as [string, string];
    const range = `2a05:d018:1234:${(fourth * 256).toString(16)}::/56`;

    const secondaryCidrs = mode === "eni" ? { secondaryCidrs: ["100.64.0.0/16"] } : {};
    const pods = Object.fromEntries(letters.map((letter, index) => [letter, `100.64.${index * 32}.0/19`]));
    const vpc: Vpc = exists
      ? {
          existing: {
            id: ids.vpc,
            cidr,
            ...secondaryCidrs,
            internetGatewayId: ids.igw,
            ...(ipv6 && { ipv6: { cidr: range, egressOnlyGatewayId: ids.igw.replace("igw", "eigw") } }),
            privateSubnetIds: { rds_a: ids.subnet, rds_b: `${ids.subnet}1` },
            privateRouteTableIds: [ids.rtb],
          },
        }
      : {
          cidr,
          ...secondaryCidrs,
          ...(ipv6 && { ipv6: { cidr: range, ipamPool: ids.igw.replace("igw", "ipam-pool") } }),
          legacySubnets: {
            [`rds_${a}`]: { cidr: block(20), zone: a },
            [`rds_${b}`]: { cidr: block(21), zone: b },
            constructor: { cidr: block(22), zone: a },
          },
        };
    return {
      region,
      network: {
        vpc,
        zones: Object.fromEntries(letters.map((letter) => [letter, `${region}${letter}`])),
        subnets: {
          controlPlane: tier(0),
          public: tier(5),
          private: tier(10),
          ...(mode === "eni" && { pods }),
        },
        ...(mode !== undefined && { podNetwork: { engine: "cilium" as const, mode } }),
        endpoints,
        ...(ipv6 && { ipv6 }),
      },
    };
  });

/** Nodes that a group begins with, at most. The private subnets of two zones have addresses for 58, and there are 8 groups. */
const MOST_AT_FIRST = 5;

const size = fc
  .tuple(fc.nat({ max: 5000 }), fc.nat({ max: 5000 }), fc.integer({ min: 1, max: 5000 }))
  .map((sizes) => sizes.sort((a, b) => a - b))
  // With no node to begin with, the pods that make nodes never start.
  .map(([min, desired, max]) => ({
    min: Math.min(min, MOST_AT_FIRST),
    desired: Math.min(Math.max(desired, 1), MOST_AT_FIRST),
    max: Math.max(max, 1),
  }));

const nodeGroup: fc.Arbitrary<Partial<NodeGroupConfig>> = fc
  .record({
    size,
    diskGib: fc.integer({ min: 20, max: 16384 }),
    capacityType: some(["ON_DEMAND", "SPOT"] as const),
    hardware: some([
      { amiType: "AL2023_ARM_64_STANDARD", instanceTypes: ["m8g.4xlarge", "c7gn.metal"] },
      {
        amiType: "BOTTLEROCKET_x86_64",
        instanceTypes: ["m7i-flex.large"],
        releaseVersion: "1.47.0-6154605b",
      },
      {
        amiType: "BOTTLEROCKET_x86_64_NVIDIA",
        instanceTypes: ["p6-b200.48xlarge"],
        releaseVersion: { reason: "A GPU group lives for a day." },
      },
    ]),
  })
  .map(({ hardware, ...group }) => ({ ...group, ...hardware }));

const nodeGroupName = some(["arm-green", "arm-blue", "gpu", "spot-1", "zone", "constructor", "x", "x-limit"]);

const cluster = fc
  .record({
    name: some(["govuk", "g", "eph-abc123", "govuk-ephemeral-1"]),
    version: some(KUBERNETES_VERSIONS),
    identity: some(["irsa", "pod-identity"] as const),
    authenticationMode: some(["API", "API_AND_CONFIG_MAP", "CONFIG_MAP"] as const),
    endpointAccess: some<EndpointAccessSettings>([
      {},
      { public: false },
      { public: { cidrs: ["203.0.113.0/24"] } },
      { public: { everyAddress: { reason: "Its callers are everywhere." } } },
      { relay: { kind: "teleport", proxy: "teleport.example.org:65535", tokenName: "a" } },
    ]),
    logRetentionDays: some([1, 731, 3653]),
    nodeGroups: fc.dictionary(nodeGroupName, nodeGroup, { minKeys: 1, noNullPrototype: true }),
    metrics: some([{}, { "metrics-server": false, "kube-state-metrics": false } as const]),
    snapshots: some([{}, { "snapshot-controller": {} } as const]),
    proxy: some<ProxySettings | undefined>([
      undefined,
      undefined,
      { url: "http://proxy.example.org:3128", cidrs: ["192.0.2.0/28"] },
      {
        url: "http://10.0.0.9:1",
        cidrs: ["10.0.0.9/32", "10.0.1.9/32"],
        except: [".example.org", "198.51.100.0/24"],
      },
    ]),
  })
  .map(({ metrics, snapshots, version, proxy, ...settings }) => ({
    ...settings,
    ...(proxy !== undefined && { proxy }),
    version,
    eksAddons: {
      ...metrics,
      ...snapshots,
      "kube-proxy": { version: `v${version}.0-eksbuild.1` },
      coredns: { version: "v1.11.4-eksbuild.1" },
    },
  }));

/** Settings of a cluster with Cilium: a minor that it is tried on, and no kube-proxy where it stands in for that. */
function ofCilium(
  podNetwork: PodNetwork,
  { version, eksAddons }: Pick<ClusterSettings, "version" | "eksAddons">,
) {
  const minor = version === KUBERNETES_VERSIONS.at(-1) ? CILIUM.kubernetes.newest : version;
  const kubeProxy = hasCiliumAlone({ podNetwork }) ? undefined : { version: `v${minor}.0-eksbuild.1` };
  return { podNetwork, version: minor, eksAddons: { ...eksAddons, "kube-proxy": kubeProxy } };
}

const database = fc.oneof(
  fc.constant(false as const),
  partly({
    applyImmediately: fc.boolean(),
    backupRetentionDays: fc.integer({ min: 1, max: 35 }),
    skipFinalSnapshot: fc.boolean(),
    autoPause: fc.boolean(),
    maxCapacity: fc.integer({ min: 2, max: 512 }).map((halves) => halves / 2),
    passwordVersion: fc.integer({ min: 1, max: 1000 }),
  }),
);

const backend: fc.Arbitrary<BackendConfig> = some<BackendConfig>([
  { type: "cloud", organization: "govuk", project: "govuk-infrastructure" },
  { type: "cloud", organization: "govuk", project: "one two", hostname: "tfe.example.org" },
  {
    type: "s3",
    bucket: "state",
    kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-86ef-1234567890ab",
  },
  { type: "local" },
]);

/** An access file without members. */
const noAccess: AccessFile = { path: "src/platform/access/any.yaml", members: {}, problems: [] };

/** Drivers of volumes, as charts and as add-ons of EKS, and the backup of what they keep. */
const drivers = some<AddonsSettings>([
  {},
  { ebsCsiDriver: { installedAs: "eks-addon" } },
  { efsCsiDriver: { installedAs: "eks-addon", reclaimPolicy: "Delete" } },
  { efsCsiDriver: { defaultClass: true }, velero: {} },
  { ebsCsiDriver: { installedAs: "eks-addon" }, efsCsiDriver: { installedAs: "eks-addon" }, velero: {} },
]);

/** Settings that every rule accepts. */
export const acceptedSettings: fc.Arbitrary<EnvironmentSettings> = fc
  .record({
    name: some(organisation.promotion),
    place: network,
    backend,
    dns: fc.record({
      publishingDomain: fc.domain().filter((domain) => /^[a-z0-9.-]+$/.test(domain)),
      clusterSubdomain: some(["eks", "k8s-1", "a"]),
    }),
    cluster,
    grafanaDatabase: database,
    workflowsDatabase: database,
    alarmEmailSecret: some([false, "govuk/alarm+email@platform"] as const),
    deletionProtection: fc.oneof(
      fc.constant<Protection>(true),
      fc
        .string({ minLength: 1 })
        .map((reason): Protection => ({ enabled: false, reason: `because of ${reason}` })),
    ),
    forceDestroy: fc.boolean(),
    secretsRecoveryDays: some([0, 7, 30]),
    addons: fc
      .tuple(some([{}, { replicas: 1 }, { replicas: 2 }]), drivers)
      .map(([replicas, drivers]) => ({ ...replicas, ...drivers })),
  })
  .map(
    ({
      place,
      dns,
      cluster,
      grafanaDatabase,
      workflowsDatabase,
      addons,
      ...settings
    }): EnvironmentSettings => {
      const { clusterSubdomain: subdomain, ...domains } = dns;
      const { subnets, endpoints, ipv6, podNetwork, ...network } = place.network;
      const { name, endpointAccess, proxy, ...eks } = cluster;
      // A proxy is refused beside it.
      const addresses = ipv6 ? { ipv6 } : { ...(proxy !== undefined && { proxy }) };
      const isReached = settings.backend.type !== "cloud" || "hostname" in settings.backend;
      const own = {
        subdomain,
        subnets,
        endpoints,
        ...addresses,
        ...(podNetwork && ofCilium(podNetwork, eks)),
        grafanaDatabase,
        workflowsDatabase,
        addons,
      };
      return {
        ...settings,
        ...place,
        dns: domains,
        network,
        clusters: {
          [name]: {
            ...eks,
            ...own,
            ...((isReached || (endpointAccess.public !== false && endpointAccess.relay === undefined)) && {
              endpointAccess,
            }),
            access: noAccess,
          },
        },
      };
    },
  );
