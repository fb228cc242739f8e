import { allAmong, containerAmong, type Control, everywhereAmong, ofContainer, ofPod } from "./control";

const level = "baseline";

/** Capabilities of a container that asks for none. */
export const USUAL_CAPABILITIES = [
  "AUDIT_WRITE",
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "MKNOD",
  "NET_BIND_SERVICE",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
];

/** Parameters of the kernel that each pod has for itself. */
const SAFE_SYSCTLS = [
  "kernel.shm_rmid_forced",
  "net.ipv4.ip_local_port_range",
  "net.ipv4.ip_local_reserved_ports",
  "net.ipv4.ip_unprivileged_port_start",
  "net.ipv4.ping_group_range",
  "net.ipv4.tcp_fin_timeout",
  "net.ipv4.tcp_keepalive_intvl",
  "net.ipv4.tcp_keepalive_probes",
  "net.ipv4.tcp_keepalive_time",
  "net.ipv4.tcp_rmem",
  "net.ipv4.tcp_syncookies",
  "net.ipv4.tcp_wmem",
];

const SELINUX_TYPES = ["", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"];

const PROFILES = ["RuntimeDefault", "Localhost"];

const APPARMOR_ANNOTATION = "container.apparmor.security.beta.kubernetes.io/";

const NO_SELINUX_USER = ["user", "role"].map((field) => ({
  pod: `${ofPod(`?seLinuxOptions.?${field}`)}.orValue('') == ''`,
  container: `${ofContainer(`?seLinuxOptions.?${field}`)}.orValue('') == ''`,
}));

const SELINUX = everywhereAmong("?seLinuxOptions.?type", SELINUX_TYPES);

/** Condition that neither probes nor hooks of a container call another host than its pod. */
const OWN_HOST = [
  ...["livenessProbe", "readinessProbe", "startupProbe"],
  ...["lifecycle.?postStart", "lifecycle.?preStop"],
]
  .flatMap((probe) => ["httpGet", "tcpSocket"].map((call) => `c.?${probe}.?${call}.?host.orValue('') == ''`))
  .join(" && ");

/**
 * Controls of the level "baseline" by the name of their policy, which is that of Kyverno's own chart.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
 */
export const BASELINE = {
  "disallow-capabilities": {
    level,
    container: allAmong(ofContainer("?capabilities.?add"), "e", USUAL_CAPABILITIES),
    expected: "no capability beyond those of a container that asks for none",
  },
  "disallow-host-namespaces": {
    level,
    pod: ["hostNetwork", "hostPID", "hostIPC"]
      .map((field) => `!object.spec.?${field}.orValue(false)`)
      .join(" && "),
    expected: "no hostNetwork, hostPID or hostIPC",
  },
  "disallow-host-path": {
    level,
    pod: "object.spec.?volumes.orValue([]).all(v, !has(v.hostPath))",
    expected: "no volume that is a path of the node",
  },
  "disallow-host-ports": {
    level,
    container: "c.?ports.orValue([]).all(p, p.?hostPort.orValue(0) == 0)",
    expected: "no port of the node",
  },
  "disallow-host-probes": {
    level,
    container: OWN_HOST,
    expected: "probes and hooks that name no host",
  },
  "disallow-host-process": {
    level,
    pod: `!${ofPod("?windowsOptions.?hostProcess")}.orValue(false)`,
    container: `!${ofContainer("?windowsOptions.?hostProcess")}.orValue(false)`,
    expected: "no process of a Windows node",
  },
  "disallow-privileged-containers": {
    level,
    container: `!${ofContainer("?privileged")}.orValue(false)`,
    expected: "no privileges",
  },
  "disallow-proc-mount": {
    level,
    container: containerAmong("?procMount", ["Default"]),
    expected: "no procMount but Default",
  },
  "disallow-selinux": {
    level,
    pod: [SELINUX, ...NO_SELINUX_USER].map(({ pod }) => pod).join(" && "),
    container: [SELINUX, ...NO_SELINUX_USER].map(({ container }) => container).join(" && "),
    expected: "no SELinux user or role, and a type of containers",
  },
  "restrict-apparmor-profiles": {
    level,
    pod: [
      everywhereAmong("?appArmorProfile.?type", PROFILES).pod,
      `object.metadata.?annotations.orValue({}).all(k, !k.startsWith('${APPARMOR_ANNOTATION}') || ` +
        "object.metadata.annotations[k] in ['', 'runtime/default'] || " +
        "object.metadata.annotations[k].startsWith('localhost/'))",
    ].join(" && "),
    container: everywhereAmong("?appArmorProfile.?type", PROFILES).container,
    expected: "an AppArmor profile of the runtime or of the node, or none named",
  },
  "restrict-seccomp": {
    level,
    ...everywhereAmong("?seccompProfile.?type", PROFILES),
    expected: "a seccomp profile RuntimeDefault or Localhost, or none named",
  },
  "restrict-sysctls": {
    level,
    pod: allAmong(ofPod("?sysctls"), "e.name", SAFE_SYSCTLS),
    expected: "no sysctl but the safe ones",
  },
} satisfies Readonly<Record<string, Control>>;
