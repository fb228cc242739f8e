import { z } from "zod";
import { chartAddon, chartSection } from "../../settings/addon-definition/definition";
import { section } from "../../settings/addon-definition/section";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import { CHART } from "./chart";
import { problemsOfPolicy } from "./rules";

/** Policies that objects in the cluster must keep. `docs/policies.md` says what each asks for. */
export const POLICY_NAMES = [
  "allowed-images",
  "immutable-config-maps",
  "job-request-annotations",
  "job-request-reviews",
  "no-host-access",
  "no-load-balancer-services",
  "required-labels",
  "unique-ingress-hosts",
] as const;

/** An object that a policy lets in though it breaks it, for a time. */
const EXCEPTION = section({
  policy: z.enum(POLICY_NAMES),
  namespace: z.string(),

  /** The object's name; with a `*` at its end, what names begin with. */
  name: z.string(),

  /** Why it cannot be otherwise. */
  // Where it is missing, problemsOfPolicy names it with all else that is wrong.
  reason: z.string().default(""),

  /** The last day on which it holds, such as `2027-03-31`. From the next day on `npm run check` fails. */
  until: z.string().default(""),
});

export type PolicyExceptionConfig = Readonly<z.infer<typeof EXCEPTION>>;

/** Memory in MiB. */
const MEMORY = section({ requestMib: z.number(), limitMib: z.number() });

export type MemoryConfig = Readonly<z.infer<typeof MEMORY>>;

const CONFIG = chartSection({
  /** Memory of the webhook, which judges objects as they come. */
  webhookMemory: MEMORY,

  /** Memory of the audit, which judges those that are there. */
  auditMemory: MEMORY,

  /** Policies that refuse nothing here and only report. */
  reportOnly: z.array(z.enum(POLICY_NAMES)).readonly(),

  /** Objects that a policy lets in though they break it, for a time. */
  exceptions: z.array(EXCEPTION).readonly(),
});

export type GatekeeperConfig = Readonly<z.infer<typeof CONFIG>>;

/** Memory of environments that have few objects. */
export const LITTLE_MEMORY: MemoryConfig = { requestMib: 512, limitMib: 1_024 };

const { monitoring } = PLATFORM_NAMESPACES;

const DEFAULTS: GatekeeperConfig = {
  values: {},
  webhookMemory: { requestMib: 4_096, limitMib: 8_192 },
  auditMemory: { requestMib: 4_096, limitMib: 16_384 },
  // Until every chart gives them a new name when they change.
  reportOnly: ["immutable-config-maps"],
  exceptions: [
    {
      policy: "no-host-access",
      namespace: monitoring,
      name: "fluent-bit-*",
      reason: "It reads the logs of all containers, which are files of the node.",
      until: "2027-11-30",
    },
    {
      policy: "no-host-access",
      namespace: monitoring,
      name: "kube-prometheus-stack-prometheus-node-exporter-*",
      reason: "It measures the node, whose files, network and processes it must see.",
      until: "2027-11-30",
    },
  ],
};

export const gatekeeper = chartAddon({
  chart: CHART,
  config: CONFIG,
  defaults: () => DEFAULTS,
  needs: { prometheusOperatorCrds: "its PodMonitor" },
  rules: problemsOfPolicy,
});
