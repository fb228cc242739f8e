import type { Policy } from "./policy";

/**
 * Refuses monitors that let Prometheus send a file of its own pod, such as its token, to a target. The chart's own
 * monitors of the kubelet need that token, so Prometheus itself cannot forbid files.
 */
export const NO_MONITOR_FILES: Policy = {
  kind: "NoMonitorFiles",
  matches: [
    {
      apiGroups: ["monitoring.coreos.com"],
      kinds: ["ServiceMonitor", "PodMonitor", "Probe", "ScrapeConfig"],
    },
  ],
  parameters: {},
  rego: `problems contains message if {
	walk(input.review.object.spec, [path, value])
	count(path) > 0
	key := path[count(path) - 1]
	is_file(key)
	not value in {"", null}
	message := sprintf("spec.%v: expected a reference to a Secret, got a file of Prometheus", [concat(".", [sprintf("%v", [part]) | some part in path])])
}

is_file(key) if endswith(key, "File")

is_file("fileSDConfigs")
`,
};
