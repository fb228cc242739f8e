import { environmentVariable } from "../../constructs/environment-variable";

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

/** Folder of Fluent Bit's buffer and positions, on the node or in the pod. */
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

/** Messages of the node's kernel, and errors of its container runtime. */
const NODE_INPUT: Section = [
  "INPUT",
  {
    Name: "systemd",
    Tag: "node.*",
    Path: "/var/log/journal",
    Systemd_Filter: ["_TRANSPORT=kernel", "_SYSTEMD_UNIT=containerd.service"],
    Systemd_Filter_Type: "Or",
    Strip_Underscores: "On",
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
    // On a new node, containers begin before there is anybody to read what they say.
    Read_from_Head: "On",
    // Its own messages about failed deliveries must not be sent again.
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

/** Logs of containers and nodes. */
export const NODE_INPUTS: readonly Section[] = [CONTAINER_INPUT, NODE_INPUT];

/** Events of Kubernetes' objects. */
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

/** The name of the node that a pod runs on. */
export const NODE_NAME = environmentVariable("NODE_NAME");
