import type { HelmValues } from "../../../constructs/helm-values";
import type { Manifest } from "../../../constructs/manifests";
import { pod, type PolicyCases } from "./policy.cases";

const volume = (spec: HelmValues): Manifest => ({
  apiVersion: "v1",
  kind: "PersistentVolume",
  metadata: { name: "disk" },
  spec,
});

const container = { name: "app", image: "registry.example/acme/website:v1" };

/** Evidence for the policy no-host-access. */
export const NO_HOST_ACCESS_CASES: PolicyCases = {
  parameters: {},
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
      name: "with what the cluster projects into a volume",
      object: pod({
        containers: [container],
        volumes: [{ name: "token", projected: { sources: [{ serviceAccountToken: { path: "token" } }] } }],
      }),
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
    {
      name: "with its node's processes",
      object: pod({ containers: [container], hostPID: true }),
      refusal: "pod: expected no hostPID, got true",
    },
    {
      name: "with its node's memory",
      object: pod({ containers: [container], hostIPC: true }),
      refusal: "pod: expected no hostIPC, got true",
    },
    {
      name: "with privileges of an init container",
      object: pod({
        containers: [container],
        initContainers: [{ ...container, name: "prepare", securityContext: { privileged: true } }],
      }),
      refusal: "container prepare: expected no privileges, got privileged",
    },
    {
      name: "with privileges of a container to debug with",
      object: pod({
        containers: [container],
        ephemeralContainers: [{ ...container, name: "debug", securityContext: { privileged: true } }],
      }),
      refusal: "container debug: expected no privileges, got privileged",
    },
    {
      name: "with a usual capability",
      object: pod({
        containers: [
          { ...container, securityContext: { capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE"] } } },
        ],
      }),
    },
    {
      name: "with a capability that is as good as all privileges",
      object: pod({
        containers: [{ ...container, securityContext: { capabilities: { add: ["SYS_ADMIN"] } } }],
      }),
      refusal: "container app: expected no capability of the node, got SYS_ADMIN",
    },
    {
      name: "with a port of its own",
      object: pod({ containers: [{ ...container, ports: [{ containerPort: 3000 }] }] }),
    },
    {
      name: "with a port of its node",
      object: pod({ containers: [{ ...container, ports: [{ containerPort: 3000, hostPort: 80 }] }] }),
      refusal: "container app: expected no port of the node, got 80",
    },
    {
      name: "as a process of a Windows node, which takes its node's network",
      object: pod({
        containers: [container],
        hostNetwork: true,
        securityContext: { windowsOptions: { hostProcess: true } },
      }),
      refusal: "pod: expected no hostNetwork, got true",
    },
    {
      name: "of a disk that a driver brings",
      object: volume({ csi: { driver: "ebs.csi.aws.com", volumeHandle: "vol-1" } }),
    },
    {
      name: "of a disk that is a path of a node",
      object: volume({ hostPath: { path: "/" } }),
      refusal: "spec.hostPath: expected no path of a node, got /",
    },
    {
      name: "of a disk that is one node's own",
      object: volume({ local: { path: "/mnt" } }),
      refusal: "spec.local: expected no path of a node, got /mnt",
    },
  ],
};
