import { CONTAINERS, pod, type Policy } from "./policy";

const container = { name: "app", image: "registry.example/govuk/whitehall:v1" };

/** Pods neither touch their node's files, network or processes nor have all its privileges. */
export const NO_HOST_ACCESS: Policy = {
  kind: "NoHostAccess",
  matches: [{ apiGroups: [""], kinds: ["Pod"] }],
  parameters: {},
  example: {},
  rego: `${CONTAINERS}
problems contains message if {
	some volume in input.review.object.spec.volumes
	volume.hostPath
	message := sprintf("volume %v: expected no path of the node, got %v", [volume.name, volume.hostPath.path])
}

problems contains message if {
	some container in containers
	container.securityContext.privileged
	message := sprintf("container %v: expected no privileges, got privileged", [container.name])
}

problems contains message if {
	some field in {"hostNetwork", "hostPID", "hostIPC"}
	input.review.object.spec[field]
	message := sprintf("pod: expected no %v, got true", [field])
}
`,
  cases: [
    {
      name: "with volumes of its own",
      object: pod({ containers: [container], volumes: [{ name: "tmp", emptyDir: {} }] }),
    },
    {
      name: "without volumes, and privileges switched off",
      object: pod({ containers: [{ ...container, securityContext: { privileged: false } }] }),
    },
    {
      name: "with a path of its node",
      object: pod({ containers: [container], volumes: [{ name: "logs", hostPath: { path: "/var/log" } }] }),
      refusal: "volume logs: expected no path of the node, got /var/log",
    },
    {
      name: "with privileges",
      object: pod({ containers: [{ ...container, securityContext: { privileged: true } }] }),
      refusal: "container app: expected no privileges, got privileged",
    },
    {
      name: "with its node's network",
      object: pod({ containers: [container], hostNetwork: true }),
      refusal: "pod: expected no hostNetwork, got true",
    },
  ],
};
