import { z } from "zod";
import type {
  ChartValue,
  SecretConfig,
  SecretStoresConfig,
  ServicesConfig,
  ServiceConfig,
  ServicesSettings,
} from "../services";
import { objectOf } from "./object-of";

const text = z.string();
const flag = z.boolean();
const off = z.literal(false);

const chartValue: z.ZodType<ChartValue> = z.lazy(() =>
  z.union([text, z.number(), flag, z.null(), z.array(chartValue), values]),
);
const values = z.record(text, chartValue);

type Settings<Name extends keyof ServicesConfig> = Exclude<ServicesSettings[Name], false | undefined>;

const plain = z.union([objectOf<Partial<ServiceConfig>>({ values: values.optional() }), off]).optional();

const secret = objectOf<SecretConfig>({
  path: text,
  name: text,
  namespace: z.enum(["cluster-services", "monitoring"]),
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
  signIn: z.enum(["github", "password"]).optional(),
  teams: z.array(text).optional(),
  readWriteTeam: text.optional(),
});

/** What an environment file may say about add-ons. */
export const SERVICES_SETTINGS = objectOf<ServicesSettings>({
  replicas: z.number().optional(),
  registries: z.record(text, text).optional(),
  prometheusOperatorCrds: plain,
  externalSecrets: z.union([externalSecrets, off]).optional(),
  externalDns: z.union([externalDns, off]).optional(),
  awsLoadBalancerController: plain,
  clusterAutoscaler: plain,
  ebsCsiDriver: z.union([ebsCsiDriver, off]).optional(),
  dex: z.union([dex, off]).optional(),
});
