import { z } from "zod";
import {
  type PasswordSignIn,
  SECRET_NAMESPACES,
  type SecretConfig,
  type SecretStoresConfig,
  type AddonsConfig,
  type AddonsSettings,
} from "./addons";
import { DASHBOARDS_SETTINGS } from "./dashboards-schema";
import { DELIVERY_SETTINGS } from "./delivery-schema";
import { LOGS_SETTINGS } from "./logs-schema";
import { METRICS_SETTINGS } from "./metrics-schema";
import { objectOf } from "../checking/object-of";
import { off, plainService, values } from "./addon-schema";
import { POLICY_SETTINGS } from "./policy-schema";
import { SUPPLY_CHAIN_SETTINGS } from "./supply-chain-schema";

const text = z.string();
const flag = z.boolean();

type Settings<Name extends keyof AddonsConfig> = Exclude<AddonsSettings[Name], false | undefined>;

const secret = objectOf<SecretConfig>({
  path: text,
  name: text,
  namespace: z.enum(SECRET_NAMESPACES),
  keys: z.array(text).optional(),
});

const externalSecrets = objectOf<Settings<"externalSecrets">>({
  values: values.optional(),
  stores: objectOf<Partial<SecretStoresConfig>>({
    secretsManager: flag.optional(),
    parameterStore: flag.optional(),
  }).optional(),
  secrets: z.array(secret).optional(),
});

const externalDns = objectOf<Settings<"externalDns">>({
  values: values.optional(),
  domains: z.array(text).optional(),
});

const ebsCsiDriver = objectOf<Settings<"ebsCsiDriver">>({
  values: values.optional(),
  reclaimPolicy: z.enum(["Retain", "Delete"]).optional(),
});

const dex = objectOf<Settings<"dex">>({
  values: values.optional(),
  signIn: z
    .union([
      z.literal("github"),
      objectOf<PasswordSignIn>(
        { password: z.literal(true), reason: text },
        '{ password: true, reason: "…" }',
      ),
    ])
    .optional(),
  teams: z.array(text).optional(),
  readWriteTeam: text.optional(),
});

/** What an environment file may say about add-ons. */
export const SERVICES_SETTINGS = objectOf<AddonsSettings>({
  replicas: z.number().optional(),
  registries: z.record(text, text).optional(),
  prometheusOperatorCrds: plainService,
  externalSecrets: z.union([externalSecrets, off]).optional(),
  externalDns: z.union([externalDns, off]).optional(),
  awsLoadBalancerController: plainService,
  clusterAutoscaler: plainService,
  ebsCsiDriver: z.union([ebsCsiDriver, off]).optional(),
  dex: z.union([dex, off]).optional(),
  ...METRICS_SETTINGS,
  ...LOGS_SETTINGS,
  ...DELIVERY_SETTINGS,
  ...DASHBOARDS_SETTINGS,
  ...POLICY_SETTINGS,
  ...SUPPLY_CHAIN_SETTINGS,
});
