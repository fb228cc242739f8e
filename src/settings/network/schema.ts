import { z } from "zod";
import { objectOf } from "../checking/object-of";
import type { VpcEndpoints } from "./endpoints";
import type { Ipv6Settings } from "./ipv6";
import type {
  ExistingVpc,
  ExistingWayOut,
  ExtraRoute,
  LegacySubnet,
  Nat,
  NewIpv6Range,
  NetworkSettings,
  NewVpc,
  RouteTarget,
  TransitGateway,
} from "./network";
import type { ExistingSubnet, SubnetTierSettings } from "./subnets";

const text = z.string();
const flag = z.boolean();
const list = z.array(text);
const texts = z.record(text, text);

const newVpc = objectOf<NewVpc>({
  cidr: text,
  secondaryCidrs: list.optional(),
  legacySubnets: z.record(text, objectOf<LegacySubnet>({ cidr: text, zone: text })).optional(),
  accessAnalyzers: flag.optional(),
  timeServers: list.optional(),
  ipv6: objectOf<NewIpv6Range>({ cidr: text, ipamPool: text }).optional(),
});

const existingVpc = objectOf<ExistingVpc>({
  existing: objectOf<ExistingVpc["existing"]>({
    id: text,
    cidr: text,
    secondaryCidrs: list.optional(),
    internetGatewayId: text,
    ipv6: objectOf<NonNullable<ExistingVpc["existing"]["ipv6"]>>({
      cidr: text,
      egressOnlyGatewayId: text,
    }).optional(),
    privateSubnetIds: texts,
    privateRouteTableIds: list,
  }),
});

/** Object with one text, under a key that says what it is. */
const only = <Key extends string>(key: Key) => objectOf<Record<Key, string>>({ [key]: text } as never);

const routeTarget: z.ZodType<RouteTarget> = z.union([
  only("vpcPeering"),
  only("virtualPrivateGateway"),
  only("transitGateway"),
  only("networkInterface"),
]);

/** Schema of `network` of an environment. */
export const NETWORK_SETTINGS = objectOf<NetworkSettings>({
  vpc: z.union([newVpc, existingVpc]),
  blockedRanges: list.optional(),
  transitGateway: objectOf<TransitGateway>({ id: text, destinations: list }).optional(),
  routes: z.array(objectOf<ExtraRoute>({ to: text, by: routeTarget })).optional(),
  zones: texts.optional(),
});

const existingSubnet: z.ZodType<ExistingSubnet> = z.union([
  objectOf<Extract<ExistingSubnet, { id: string }>>({ cidr: text, id: text }),
  objectOf<Exclude<ExistingSubnet, { id: string }>>({ cidr: text, tags: texts }),
]);

const tier = z.record(text, z.union([text, existingSubnet])).optional();

/** Schema of `subnets` of a cluster. */
export const SUBNETS = objectOf<SubnetTierSettings>({
  controlPlane: tier,
  public: tier,
  private: tier,
  pods: tier,
});

/** Schema of `endpoints` of a cluster. */
export const ENDPOINTS = objectOf<Partial<VpcEndpoints>>({
  s3: flag.optional(),
  ecr: flag.optional(),
  secretsManager: flag.optional(),
  bedrockRuntime: flag.optional(),
  others: list.optional(),
  existing: list.optional(),
});

/** Schema of `ipv6` of a cluster. */
export const IPV6 = objectOf<Ipv6Settings>({
  block: z.number(),
  unjudgedIpv4: objectOf<Ipv6Settings["unjudgedIpv4"]>({ reason: text }),
});

/** Schema of `nat` of a cluster. */
export const NAT: z.ZodType<Nat> = z.union([
  z.enum(["per-zone", "single", "none"]),
  objectOf<ExistingWayOut>({ addresses: list }),
]);
