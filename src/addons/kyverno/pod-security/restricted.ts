import { allAmong, type Control, ofContainer, ofPod, oneOf } from "./control";

const level = "restricted";

/** Types of volumes, each a field beside the name. A volume without any is an emptyDir. */
const VOLUMES = [
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "image",
  "persistentVolumeClaim",
  "projected",
  "secret",
];

/** Condition that holds for pods of Windows nodes, where a field does not exist. */
const onLinux = (condition: string): string =>
  `object.spec.?os.?name.orValue('') == 'windows' || (${condition})`;

const PROFILES = oneOf(["RuntimeDefault", "Localhost"]);

/**
 * Controls of the level "restricted" by the name of their policy, which is that of Kyverno's own chart. Those of "baseline"
 * hold beside them.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export const RESTRICTED = {
  "disallow-capabilities-strict": {
    level,
    container: onLinux(
      `'ALL' in ${ofContainer("?capabilities.?drop")}.orValue([]) && ` +
        allAmong(ofContainer("?capabilities.?add"), "e", ["NET_BIND_SERVICE"]),
    ),
    expected: "all capabilities dropped, and none added but NET_BIND_SERVICE",
  },
  "disallow-privilege-escalation": {
    level,
    container: onLinux(`!${ofContainer("?allowPrivilegeEscalation")}.orValue(true)`),
    expected: "allowPrivilegeEscalation: false",
  },
  "require-run-as-non-root-user": {
    level,
    pod: `${ofPod("?runAsUser")}.orValue(1) != 0`,
    container: `${ofContainer("?runAsUser")}.orValue(1) != 0`,
    expected: "no runAsUser 0",
  },
  "require-run-as-nonroot": {
    level,
    container: `${ofContainer("?runAsNonRoot")}.orValue(${ofPod("?runAsNonRoot")}.orValue(false))`,
    expected: "runAsNonRoot: true, of its own or of its pod",
  },
  "restrict-seccomp-strict": {
    level,
    container: onLinux(
      `${ofContainer("?seccompProfile.?type")}.orValue(${ofPod("?seccompProfile.?type")}.orValue('')) in ${PROFILES}`,
    ),
    expected: "a seccomp profile RuntimeDefault or Localhost, of its own or of its pod",
  },
  "restrict-volume-types": {
    level,
    pod: `object.spec.?volumes.orValue([]).all(v, v.all(field, field in ${oneOf(["name", ...VOLUMES])}))`,
    expected: `no volumes but ${VOLUMES.join(", ")}`,
  },
} satisfies Readonly<Record<string, Control>>;
