import type { HelmValues } from "../../../constructs/helm-values";
import type { Manifest } from "../../../constructs/manifests";
import type { ControlName } from "./policies";

/** Pod that a control lets in or refuses. */
export interface ControlCase {
  /** Such as `with a path of its node`. */
  readonly name: string;
  readonly object: Manifest;
  readonly refused: boolean;
}

const CONTAINER: HelmValues = {
  name: "app",
  image: "registry.example/acme/website:v1",
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ["ALL"] },
  },
};

/** Pod that keeps every control. */
const pod = (spec: HelmValues, metadata: Partial<Manifest["metadata"]> = {}): Manifest => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "website", namespace: "apps", ...metadata },
  spec: {
    securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    containers: [CONTAINER],
    ...spec,
  },
});

const container = (fields: HelmValues): HelmValues => ({ ...CONTAINER, ...fields });

/** Security context of a container that drops what the level "restricted" asks for, with some fields. */
const securityContext = (fields: HelmValues): HelmValues =>
  container({ securityContext: { ...(CONTAINER.securityContext as HelmValues), ...fields } });

const admits = (name: string, object: Manifest): ControlCase => ({ name, object, refused: false });
const refuses = (name: string, object: Manifest): ControlCase => ({ name, object, refused: true });

const withContainers = (containers: HelmValues): Manifest => pod({ containers: [containers] });

/** Pod whose own container keeps every control, beside another that may not. */
const beside = (kind: "initContainers" | "ephemeralContainers", other: HelmValues): Manifest =>
  pod({ [kind]: [{ ...other, name: "beside" }] });

/** Evidence for each control. */
export const CONTROL_CASES: Readonly<Record<ControlName, readonly ControlCase[]>> = {
  "disallow-capabilities": [
    admits("without capabilities", pod({})),
    admits("with a usual one", withContainers(securityContext({ capabilities: { add: ["CHOWN"] } }))),
    refuses(
      "with one of the node",
      withContainers(securityContext({ capabilities: { add: ["SYS_ADMIN"] } })),
    ),
  ],
  "disallow-capabilities-strict": [
    admits("with all dropped", pod({})),
    admits(
      "with the one that binds low ports",
      withContainers(securityContext({ capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE"] } })),
    ),
    admits(
      "of a Windows node, which has none",
      pod({ os: { name: "windows" }, containers: [{ name: "app" }] }),
    ),
    refuses("that says nothing of them", withContainers({ name: "app" })),
    refuses("with some dropped", withContainers(securityContext({ capabilities: { drop: ["CHOWN"] } }))),
    refuses(
      "with a usual one added",
      withContainers(securityContext({ capabilities: { drop: ["ALL"], add: ["CHOWN"] } })),
    ),
    refuses("of a container to debug with", beside("ephemeralContainers", {})),
  ],
  "disallow-host-namespaces": [
    admits("with its own", pod({ hostNetwork: false })),
    refuses("with its node's network", pod({ hostNetwork: true })),
    refuses("with its node's processes", pod({ hostPID: true })),
    refuses("with its node's memory", pod({ hostIPC: true })),
  ],
  "disallow-host-path": [
    admits("with volumes of its own", pod({ volumes: [{ name: "tmp", emptyDir: {} }] })),
    refuses("with a path of its node", pod({ volumes: [{ name: "logs", hostPath: { path: "/var/log" } }] })),
  ],
  "disallow-host-ports": [
    admits("with a port of its own", withContainers(container({ ports: [{ containerPort: 3000 }] }))),
    refuses(
      "with a port of its node",
      withContainers(container({ ports: [{ containerPort: 3000, hostPort: 80 }] })),
    ),
  ],
  "disallow-host-probes": [
    admits("that is asked itself", withContainers(container({ livenessProbe: { httpGet: { port: 80 } } }))),
    refuses(
      "that has the node ask others",
      withContainers(container({ livenessProbe: { httpGet: { port: 80, host: "169.254.169.254" } } })),
    ),
    refuses(
      "whose hook has the node ask others",
      withContainers(container({ lifecycle: { preStop: { httpGet: { port: 80, host: "10.0.0.1" } } } })),
    ),
  ],
  "disallow-host-process": [
    admits("without", pod({})),
    refuses("of a Windows node", pod({ securityContext: { windowsOptions: { hostProcess: true } } })),
    refuses(
      "of a Windows node in one container",
      withContainers(securityContext({ windowsOptions: { hostProcess: true } })),
    ),
  ],
  "disallow-privilege-escalation": [
    admits("that refuses more privileges", pod({})),
    refuses("that says nothing of them", withContainers({ name: "app" })),
    refuses("that asks for them", withContainers(securityContext({ allowPrivilegeEscalation: true }))),
    refuses("whose initial container says nothing of them", beside("initContainers", {})),
  ],
  "disallow-privileged-containers": [
    admits("without", withContainers(securityContext({ privileged: false }))),
    refuses("with privileges", withContainers(securityContext({ privileged: true }))),
    refuses("of an initial container", beside("initContainers", securityContext({ privileged: true }))),
  ],
  "disallow-proc-mount": [
    admits("masked", withContainers(securityContext({ procMount: "Default" }))),
    refuses("unmasked", withContainers(securityContext({ procMount: "Unmasked" }))),
  ],
  "disallow-selinux": [
    admits(
      "with a type of containers",
      pod({ securityContext: { seLinuxOptions: { type: "container_t" } } }),
    ),
    refuses("with another type", pod({ securityContext: { seLinuxOptions: { type: "spc_t" } } })),
    refuses("with a user", withContainers(securityContext({ seLinuxOptions: { user: "system_u" } }))),
    refuses("with a role", withContainers(securityContext({ seLinuxOptions: { role: "system_r" } }))),
  ],
  "require-run-as-non-root-user": [
    admits("with a user", withContainers(securityContext({ runAsUser: 1000 }))),
    refuses("as root", pod({ securityContext: { runAsUser: 0 } })),
    refuses("with a container as root", withContainers(securityContext({ runAsUser: 0 }))),
  ],
  "require-run-as-nonroot": [
    admits("that promises for all its containers", pod({})),
    admits(
      "whose containers promise each for itself",
      pod({ securityContext: {}, containers: [securityContext({ runAsNonRoot: true })] }),
    ),
    refuses("that promises nothing", pod({ securityContext: {} })),
    refuses(
      "with a container that breaks the promise",
      withContainers(securityContext({ runAsNonRoot: false })),
    ),
  ],
  "restrict-apparmor-profiles": [
    admits(
      "with that of the runtime",
      pod({ securityContext: { appArmorProfile: { type: "RuntimeDefault" } } }),
    ),
    refuses("without any", pod({ securityContext: { appArmorProfile: { type: "Unconfined" } } })),
    refuses(
      "without any, by the annotation of older clusters",
      pod({}, { annotations: { "container.apparmor.security.beta.kubernetes.io/app": "unconfined" } }),
    ),
  ],
  "restrict-seccomp": [
    admits("that says nothing of it", pod({ securityContext: {} })),
    refuses("without any", withContainers(securityContext({ seccompProfile: { type: "Unconfined" } }))),
  ],
  "restrict-seccomp-strict": [
    admits("with that of its pod", pod({})),
    admits(
      "with one of its own",
      pod({ securityContext: {}, containers: [securityContext({ seccompProfile: { type: "Localhost" } })] }),
    ),
    refuses("that says nothing of it", pod({ securityContext: {} })),
    refuses("without any", withContainers(securityContext({ seccompProfile: { type: "Unconfined" } }))),
  ],
  "restrict-sysctls": [
    admits(
      "with a safe one",
      pod({ securityContext: { sysctls: [{ name: "net.ipv4.tcp_rmem", value: "1" }] } }),
    ),
    refuses(
      "with one of the node",
      pod({ securityContext: { sysctls: [{ name: "kernel.msgmax", value: "1" }] } }),
    ),
  ],
  "restrict-volume-types": [
    admits(
      "with a claim",
      pod({ volumes: [{ name: "data", persistentVolumeClaim: { claimName: "data" } }] }),
    ),
    refuses(
      "with a share of the network",
      pod({ volumes: [{ name: "data", nfs: { server: "nfs", path: "/" } }] }),
    ),
  ],
};

const onTheNode = (metadata: Partial<Manifest["metadata"]> & { readonly generateName?: string }): Manifest =>
  pod({ hostNetwork: true }, metadata);

/** Exceptions that the cases below are about. */
export const EXCEPTED = [
  { namespace: "monitoring", name: "fluent-bit-*" },
  { namespace: "apps", name: "legacy" },
] as const;

/** Evidence for exceptions with one control: exceptions work the same for all. */
export const EXCEPTION_CASES: readonly ControlCase[] = [
  admits("of one pod", onTheNode({ name: "legacy" })),
  admits("of names that begin alike", onTheNode({ name: "fluent-bit-x7f2k", namespace: "monitoring" })),
  refuses("in another namespace", onTheNode({ name: "fluent-bit-x7f2k" })),
  refuses("of one pod, for those that begin like it", onTheNode({ name: "legacy-2" })),
];
