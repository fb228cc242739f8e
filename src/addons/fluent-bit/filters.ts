import type { Section } from "./config";
import { KNOWN_FIELDS, WITHOUT_RUNTIME_TIME } from "./fields";

/** Leaves out noise, says which pod a line is from, and keeps the fields that people search by. */
export const NODE_FILTERS: readonly Section[] = [
  [
    "FILTER",
    {
      Name: "grep",
      Match: "kube.*",
      Logical_Op: "or",
      // Probes, and warnings of an old Rails about its database connections.
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
  WITHOUT_RUNTIME_TIME,
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
      // Pods' annotations do not decide which lines are kept.
      "K8S-Logging.Parser": "Off",
      "K8S-Logging.Exclude": "Off",
    },
  ],
  ...KNOWN_FIELDS,
];

/** Adds the environment's name, which tells lines of several clusters apart, and in a fleet those of the cluster and its organisation. */
export const environmentFilter = (
  environment: string,
  labels: Readonly<Record<string, string>> = {},
): Section => [
  "FILTER",
  {
    Name: "record_modifier",
    Match: "*",
    Record: Object.entries({ environment, ...labels }).map(([label, value]) => `${label} ${value}`),
  },
];
