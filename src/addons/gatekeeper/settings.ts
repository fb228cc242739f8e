import { z } from "zod";
import { chartAddon, chartSection, type DefaultsContext } from "../../settings/addon-definition/definition";
import { section } from "../../settings/addon-definition/section";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import { CHART } from "./chart";
import { ROLE, VOLUME } from "./charts-sections";
import { CONTROL_NAMES, type ControlName } from "../kyverno/pod-security/policies";
import { problemsOfPolicy } from "./rules";

/** Policies that objects in the cluster must keep. `docs/policies.md` says what each asks for. */
export const POLICY_NAMES = [
  "allowed-images",
  "bounded-roles",
  "declared-ingress-hosts",
  "declared-route-hosts",
  "immutable-config-maps",
  "job-request-annotations",
  "job-request-reviews",
  "load-balancer-annotations",
  "no-host-access",
  "no-load-balancer-services",
  "no-monitor-files",
  "own-deliveries",
  "own-monitors",
  "own-secrets",
  "paging-rules",
  "required-labels",
  "static-volumes",
  "unique-ingress-hosts",
] as const;

/** An object that a policy lets in though it breaks it, for a time. */
const EXCEPTION = section({
  /** A policy of Gatekeeper's, or of Kyverno's, whose exceptions are in the same list. */
  policy: z.enum([...POLICY_NAMES, ...CONTROL_NAMES]),
  namespace: z.string(),

  /** The object's name; with a `*` at its end, what names begin with. */
  name: z.string(),

  /** Why it cannot be otherwise. */
  // Empty if missing, which problemsOfPolicy refuses together with all else that is wrong.
  reason: z.string().default(""),

  /** The last day on which it holds, such as `2027-03-31`. From the next day on `npm run check` fails. */
  until: z.string().default(""),
});

export type PolicyExceptionConfig = Readonly<z.infer<typeof EXCEPTION>>;

/** Hosts and annotations that Ingresses of one namespace may have besides those of every namespace. */
const INGRESS = section({
  namespace: z.string(),

  /** Whole hosts. One with a `*` counts in conditions only: no Ingress has a wildcard as its host. */
  hosts: z.array(z.string()).readonly(),

  /** Annotations of the load balancer controller or of ExternalDNS. */
  annotations: z
    .array(
      section({
        /** Whole name; with a `*` at its end, the beginning of names. */
        name: z.string(),

        /**
         * Values that it may have; with a `*` at the end, the beginning of values.
         *
         * @default - any value
         */
        values: z.array(z.string()).readonly().optional(),
      }),
    )
    .readonly(),

  /** Purpose that only these serve. */
  // If it is missing, problemsOfPolicy reports it together with all other problems.
  reason: z.string().default(""),
});

export type IngressConfig = Readonly<z.infer<typeof INGRESS>>;

/** Images that pods of one namespace may use besides the organisation's own. */
const IMAGES = section({
  namespace: z.string(),

  /** Upstream repositories, whole names with their host: `docker.io/library/redis`. */
  repositories: z.array(z.string()).readonly(),

  /**
   * Reason for which charts name them as upstream does, past the registry's copies.
   *
   * @default - only the copies are admitted, where the registry has them
   */
  upstream: section({ reason: z.string() }, '{ reason: "…" }').optional(),

  /** Purpose that only these serve. */
  // If it is missing, problemsOfPolicy reports it together with all other problems.
  reason: z.string().default(""),
});

export type ImagesConfig = Readonly<z.infer<typeof IMAGES>>;

/** Namespace of applications whose alerts may page. */
const PAGING = section({
  namespace: z.string(),

  /** Team that answers the page, and when. */
  // If it is missing, problemsOfPolicy reports it together with all other problems.
  reason: z.string().default(""),
});

export type PagingConfig = Readonly<z.infer<typeof PAGING>>;

export type VolumeConfig = Readonly<z.infer<typeof VOLUME>>;
export type RoleConfig = Readonly<z.infer<typeof ROLE>>;

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

  /** Hosts and annotations that Ingresses of single namespaces may have besides those of every namespace. */
  ingresses: z.array(INGRESS).readonly(),

  /** Images that pods of single namespaces may use besides the organisation's own. */
  images: z.array(IMAGES).readonly(),

  /** Namespaces of applications whose alerts may page. Those of the platform may. */
  paging: z.array(PAGING).readonly(),

  /** Exports of NFS servers that charts may bind as disks. They may bind no other disk. */
  volumes: z.array(VOLUME).readonly(),

  /** Rights that Roles of charts may have in single namespaces, besides reading what runs there. */
  roles: z.array(ROLE).readonly(),
});

export type GatekeeperConfig = Readonly<z.infer<typeof CONFIG>>;

/** Memory of environments that have few objects. */
export const LITTLE_MEMORY: MemoryConfig = { requestMib: 512, limitMib: 1_024 };

const { monitoring } = PLATFORM_NAMESPACES;

/** Settings of the add-on whose exceptions are here too. */
interface BesideKyverno {
  readonly kyverno?: false | { readonly podSecurity?: unknown };
}

/** Pods of the platform that must see their node, and the controls of Kyverno that each breaks. */
const NODE_PODS: readonly {
  readonly pods: Omit<PolicyExceptionConfig, "policy">;
  readonly controls: readonly ControlName[];
}[] = [
  {
    pods: {
      namespace: monitoring,
      name: "fluent-bit-*",
      reason: "It reads the logs of all containers, which are files of the node.",
      until: "2027-11-30",
    },
    controls: ["disallow-host-path"],
  },
  {
    pods: {
      namespace: monitoring,
      name: "kube-prometheus-stack-prometheus-node-exporter-*",
      reason: "It measures the node, whose files, network and processes it must see.",
      until: "2027-11-30",
    },
    controls: ["disallow-host-namespaces", "disallow-host-path", "disallow-host-ports"],
  },
];

/** Exceptions of the platform's own pods from Gatekeeper's policies. */
export const NODE_EXCEPTIONS: readonly PolicyExceptionConfig[] = NODE_PODS.map(({ pods }) => ({
  policy: "no-host-access",
  ...pods,
}));

/** Those from Kyverno's policies, where it has any. */
export const NODE_EXCEPTIONS_OF_KYVERNO: readonly PolicyExceptionConfig[] = NODE_PODS.flatMap(
  ({ pods, controls }) => controls.map((policy) => ({ policy, ...pods })),
);

const DEFAULTS: GatekeeperConfig = {
  values: {},
  webhookMemory: { requestMib: 4_096, limitMib: 8_192 },
  auditMemory: { requestMib: 4_096, limitMib: 16_384 },
  // Until every chart gives them a new name when they change.
  reportOnly: ["immutable-config-maps"],
  ingresses: [],
  images: [],
  paging: [],
  volumes: [],
  roles: [],
  exceptions: NODE_EXCEPTIONS,
};

export const gatekeeper = chartAddon({
  chart: CHART,
  config: CONFIG,
  defaults: ({ addons: { kyverno } }: DefaultsContext<BesideKyverno>) => ({
    ...DEFAULTS,
    exceptions: [...NODE_EXCEPTIONS, ...(kyverno && kyverno.podSecurity ? NODE_EXCEPTIONS_OF_KYVERNO : [])],
  }),
  needs: { prometheusOperatorCrds: "its PodMonitor" },
  rules: problemsOfPolicy,
});
