import type { Section } from "./fluent-bit-config";

const drop = (match: string, keys: readonly string[]): Section => [
  "FILTER",
  { Name: "modify", Match: match, Remove: keys },
];

/** Raises the keys of a map by one level and gives them a prefix. */
const lift = (map: string, prefix: string): Section => [
  "FILTER",
  { Name: "nest", Match: "kube.*", Operation: "lift", Nested_under: map, Add_prefix: prefix },
];

/** Labels that say again what another field says, or what nobody searches for. */
const DROPPED_LABELS = [
  "app",
  "app.kubernetes.io/instance",
  "app.kubernetes.io/managed-by",
  "helm.sh/chart",
  "pod-template-hash",
  "controller-revision-hash",
  "pod-template-generation",
  "statefulset.kubernetes.io/pod-name",
];

const DROPPED_FIELDS = [
  "_p",
  "stream",
  "kubernetes.pod_id",
  "kubernetes.pod_ip",
  "kubernetes.docker_id",
  "kubernetes.container_hash",
  ...DROPPED_LABELS.map((label) => `kubernetes.labels.${label}`),
];

/** Names that dashboards and saved searches know, by Fluent Bit's own. */
const FIELDS: Readonly<Record<string, string>> = {
  "kubernetes.namespace_name": "kubernetes.namespace",
  "kubernetes.pod_name": "kubernetes.pod.name",
  "kubernetes.container_name": "kubernetes.container.name",
  "kubernetes.container_image": "container.image.name",
  "kubernetes.host": "kubernetes.node.name",
};

/** Leaves out noise, says which pod a line is from, and keeps the fields that people search by. */
export const NODE_FILTERS: readonly Section[] = [
  [
    "FILTER",
    {
      Name: "grep",
      Match: "kube.*",
      Logical_Op: "or",
      // Probes; and https://github.com/alphagov/bouncer/issues/461.
      Exclude: ['log "/readyz"', "log DEPRECATION WARNING.*clear_active_connections"],
    },
  ],
  [
    "FILTER",
    {
      Name: "grep",
      Match: "node.*",
      Logical_Op: "or",
      Regex: ["TRANSPORT ^kernel$", "MESSAGE level=(error|fatal)|TaskOOM"],
    },
  ],
  [
    "FILTER",
    {
      Name: "kubernetes",
      Match: "kube.*",
      Merge_Log: "On",
      Keep_Log: "Off",
      Labels: "On",
      Annotations: "Off",
      Buffer_Size: "0",
      // Nobody's annotations decide what is kept.
      "K8S-Logging.Parser": "Off",
      "K8S-Logging.Exclude": "Off",
    },
  ],
  lift("kubernetes", "kubernetes."),
  lift("kubernetes.labels", "kubernetes.labels."),
  drop("kube.*", DROPPED_FIELDS),
  [
    "FILTER",
    {
      Name: "modify",
      Match: "kube.*",
      Rename: Object.entries(FIELDS).map(([from, to]) => `${from} ${to}`),
    },
  ],
];

/** Adds the environment's name, which tells lines of several clusters apart. */
export const environmentFilter = (environment: string): Section => [
  "FILTER",
  { Name: "record_modifier", Match: "*", Record: `environment ${environment}` },
];
