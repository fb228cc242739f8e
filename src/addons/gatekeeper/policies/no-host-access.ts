import { CONTAINERS, type Policy } from "./policy";

/** Pods neither touch their node's files, network or processes nor have its privileges. */
export const NO_HOST_ACCESS: Policy = {
  kind: "NoHostAccess",
  matches: [{ apiGroups: [""], kinds: ["Pod", "PersistentVolume"] }],
  parameters: {},
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
	some container in containers
	some capability in container.securityContext.capabilities.add
	not capability in USUAL_CAPABILITIES
	message := sprintf("container %v: expected no capability of the node, got %v", [container.name, capability])
}

problems contains message if {
	some container in containers
	some port in container.ports
	port.hostPort > 0
	not input.review.object.spec.hostNetwork
	message := sprintf("container %v: expected no port of the node, got %v", [container.name, port.hostPort])
}

problems contains message if {
	some field in {"hostNetwork", "hostPID", "hostIPC"}
	input.review.object.spec[field]
	message := sprintf("pod: expected no %v, got true", [field])
}

# A claim of any pod could be bound to it.
problems contains message if {
	some field in {"hostPath", "local"}
	path := input.review.object.spec[field].path
	message := sprintf("spec.%v: expected no path of a node, got %v", [field, path])
}

# Those of a container that asks for none, as Pod Security's "baseline" has it.
USUAL_CAPABILITIES := {
	"AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE",
	"SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
}
`,
};
