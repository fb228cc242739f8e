import type { Section } from "./config";

/** Labels that repeat another field, or that engineers do not search for. */
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
  "kubernetes.pod_id",
  "kubernetes.container_hash",
  ...DROPPED_LABELS.map((label) => `kubernetes.labels.${label}`),
];

/** Labels whose dots saved searches know as underscores. */
const SEARCHED_LABELS = ["name", "component", "part-of", "version"];

/** Field that the parser of {@link NODE_PARSER} finds. */
const SHORT_NAME = "short_node_name";

/** Names that dashboards and saved searches know, by Fluent Bit's own. */
const FIELDS: Readonly<Record<string, string>> = {
  // A line that is no JSON object; of one that is, its own keys are the fields.
  log: "message",
  "kubernetes.namespace_name": "kubernetes.namespace",
  "kubernetes.pod_name": "kubernetes.pod.name",
  "kubernetes.pod_ip": "kubernetes.pod.ip",
  "kubernetes.container_name": "kubernetes.container.name",
  "kubernetes.container_image": "container.image.name",
  "kubernetes.docker_id": "container.id",
  [SHORT_NAME]: "kubernetes.node.name",
  ...Object.fromEntries(
    SEARCHED_LABELS.map((label) => [
      `kubernetes.labels.app.kubernetes.io/${label}`,
      `kubernetes.labels.app_kubernetes_io/${label}`,
    ]),
  ),
};

/** Those of a node's journal. */
const NODE_FIELDS: Readonly<Record<string, string>> = {
  MESSAGE: "message",
  PRIORITY: "priority",
  SYSLOG_IDENTIFIER: "program",
  [SHORT_NAME]: "kubernetes.node.name",
};

/** Takes `ip-10-0-0-1` of `ip-10-0-0-1.<region>.compute.internal`. */
export const NODE_PARSER: Section = [
  "PARSER",
  { Name: "node", Format: "regex", Regex: `^(?<${SHORT_NAME}>[^.]+)` },
];

const drop = (match: string, keys: readonly string[]): Section => [
  "FILTER",
  { Name: "modify", Match: match, Remove: keys },
];

const rename = (match: string, fields: Readonly<Record<string, string>>): Section => [
  "FILTER",
  { Name: "modify", Match: match, Rename: Object.entries(fields).map(([from, to]) => `${from} ${to}`) },
];

const shortenNode = (match: string, key: string): Section => [
  "FILTER",
  { Name: "parser", Match: match, Key_Name: key, Parser: "node", Reserve_Data: "On" },
];

/** Raises the keys of a map by one level and gives them a prefix. */
const lift = (map: string, prefix: string): Section => [
  "FILTER",
  { Name: "nest", Match: "kube.*", Operation: "lift", Nested_under: map, Add_prefix: prefix },
];

/** The runtime's own time of a line, which its timestamp says; a JSON object that is the line has its own. */
export const WITHOUT_RUNTIME_TIME = drop("kube.*", ["time"]);

/** Keeps the fields that people search by, and calls them what people call them. */
export const KNOWN_FIELDS: readonly Section[] = [
  lift("kubernetes", "kubernetes."),
  lift("kubernetes.labels", "kubernetes.labels."),
  drop("kube.*", DROPPED_FIELDS),
  shortenNode("kube.*", "kubernetes.host"),
  rename("kube.*", FIELDS),
  [
    "FILTER",
    {
      Name: "record_modifier",
      Match: "node.*",
      Allowlist_key: ["MESSAGE", "PRIORITY", "SYSLOG_IDENTIFIER", "HOSTNAME"],
    },
  ],
  shortenNode("node.*", "HOSTNAME"),
  rename("node.*", NODE_FIELDS),
];
