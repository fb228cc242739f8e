import type { Accepted } from "./accepted-finding";

const release = "cilium";

/** Cilium, which is the network of its node. */
export const CILIUM: readonly Accepted[] = [
  {
    release,
    finding: /^DaemonSet cilium: container [\w-]+: expected (privileged: false, )?runAsNonRoot: true/,
    because: "it loads programs into the kernel of its node, and mounts what they keep",
  },
  {
    release,
    finding: /^DaemonSet cilium: expected no (hostNetwork|file) of its node/,
    because: "it makes the network of its node, and keeps the state of connections there",
  },
  {
    release,
    finding: /^Deployment cilium-operator: expected no hostNetwork of its node/,
    because: "it gives the addresses that other pods wait for",
  },
  {
    release,
    finding:
      /: container (cilium-operator|certgen): expected runAsNonRoot: true, readOnlyRootFilesystem: true, got/,
    because: "its image is tried as it is alone; it has no capability",
  },
  {
    release,
    finding:
      /^Deployment hubble-(relay|ui): container (hubble-relay|frontend|backend): expected readOnlyRootFilesystem: true, got/,
    because: "its image is tried as it is alone; it is no root and has no capability",
  },
];
