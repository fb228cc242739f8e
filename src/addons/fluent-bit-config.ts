import { environmentVariable } from "../constructs/environment-variable";

/** A section of Fluent Bit's configuration: `[FILTER]` and its settings, of which a list is one line each. */
export type Section = readonly [name: string, settings: Readonly<Record<string, string | readonly string[]>>];

/** Sections as Fluent Bit's classic configuration has them. */
export const sections = (all: readonly Section[]): string =>
  all
    .map(([name, settings]) => {
      const lines = Object.entries(settings).flatMap(([key, value]) =>
        [value].flat().map((each) => `    ${key} ${each}`),
      );
      return [`[${name}]`, ...lines].join("\n");
    })
    .join("\n\n");

/** Where Fluent Bit keeps what it has not sent yet and how far it has read, on the node or in the pod. */
export const STATE = "/var/fluent-bit/state";

/** Fluent Bit itself: what it cannot send waits on disk, so that neither a restart nor an outage loses it. */
export const SERVICE: Section = [
  "SERVICE",
  {
    Daemon: "Off",
    Flush: "5",
    Log_Level: "warn",
    Parsers_File: ["/fluent-bit/etc/parsers.conf", "/fluent-bit/etc/conf/custom_parsers.conf"],
    HTTP_Server: "On",
    HTTP_Listen: "0.0.0.0",
    HTTP_Port: "2020",
    Health_Check: "On",
    "storage.path": `${STATE}/storage`,
    "storage.sync": "normal",
    "storage.metrics": "On",
    "storage.max_chunks_up": "64",
    "storage.backlog.mem_limit": "32M",
  },
];

/** What the node's kernel says, and the errors of what runs its containers. */
const NODE_INPUT: Section = [
  "INPUT",
  {
    Name: "systemd",
    Tag: "node.*",
    Path: "/var/log/journal",
    Systemd_Filter: ["_TRANSPORT=kernel", "_SYSTEMD_UNIT=containerd.service"],
    Systemd_Filter_Type: "Or",
    Strip_Underscores: "On",
    Read_From_Tail: "On",
    DB: `${STATE}/journal.db`,
    "storage.type": "filesystem",
  },
];

const CONTAINER_INPUT: Section = [
  "INPUT",
  {
    Name: "tail",
    Tag: "kube.*",
    Path: "/var/log/containers/*.log",
    // What it says of failing to send must not be sent again.
    Exclude_Path: "/var/log/containers/fluent-bit*_monitoring_*.log",
    "multiline.parser": "cri",
    Skip_Long_Lines: "On",
    Refresh_Interval: "10",
    Rotate_Wait: "30",
    DB: `${STATE}/containers.db`,
    "DB.locking": "true",
    "storage.type": "filesystem",
  },
];

/** What containers and nodes say. */
export const NODE_INPUTS: readonly Section[] = [CONTAINER_INPUT, NODE_INPUT];

/** What happens to Kubernetes' objects. */
export const EVENT_INPUTS: readonly Section[] = [
  [
    "INPUT",
    {
      Name: "kubernetes_events",
      Tag: "events",
      DB: `${STATE}/events.db`,
      kube_retention_time: "1h",
      "storage.type": "filesystem",
    },
  ],
];

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

/** The name of the node that a pod runs on. */
export const NODE_NAME = environmentVariable("NODE_NAME");
