import { type Proxy, proxyVariables } from "../constructs/proxy";

/**
 * Taint of a node whose EBS driver does not run yet. The driver removes it. EKS would set a taint of the group half a
 * minute after a node has joined, and on nodes that run already.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/install.md#configure-node-startup-taint
 */
export const STARTUP_TAINT = { key: "ebs.csi.aws.com/agent-not-ready", effect: "NoExecute" } as const;

/**
 * Taint of a node on which Cilium does not run yet. Cilium's operator removes it. Without it, pods would start that Cilium never
 * gets to know.
 *
 * @see https://docs.cilium.io/en/v1.19/installation/taints/
 */
export const CILIUM_TAINT = { key: "node.cilium.io/agent-not-ready", effect: "NoExecute" } as const;

/** Taint that a node begins with, and that a program on it removes. */
export type StartTaint = typeof STARTUP_TAINT | typeof CILIUM_TAINT;

export interface NodeStart {
  readonly amiType: string;

  /**
   * Proxy of its container runtime, its kubelet and what makes it join.
   *
   * @default - none
   */
  readonly proxy?: Proxy | undefined;

  /**
   * Taints that it begins with.
   *
   * @default - none
   */
  readonly startTaints?: readonly StartTaint[];

  /** Lines of a shell script, fields of the kubelet's configuration, or Bottlerocket's settings in TOML. */
  readonly userData?: {
    readonly commands?: readonly string[];
    readonly kubelet?: object;
    readonly toml?: string;
  };
}

/** User data of a node, in base64; `undefined` for none. EKS adds what a node needs to join. */
export function nodeUserData(start: NodeStart): string | undefined {
  const text = nodeUserDataText(start);
  return text === undefined ? undefined : Buffer.from(text).toString("base64");
}

/** User data of a node as the node reads it. */
export function nodeUserDataText({
  amiType,
  startTaints = [],
  proxy,
  userData = {},
}: NodeStart): string | undefined {
  const parts = amiType.startsWith("BOTTLEROCKET_")
    ? [bottlerocketTaints(startTaints), proxy ? bottlerocketProxy(proxy) : "", userData.toml ?? ""]
    : [
        amazonLinux(startTaints, {
          ...userData,
          commands: [...(proxy ? amazonLinuxProxy(proxy) : []), ...(userData.commands ?? [])],
        }),
      ];
  const text = parts.filter((part) => part !== "").join("\n");
  return text === "" ? undefined : text;
}

/** @see https://bottlerocket.dev/en/os/latest/#/api/settings/kubernetes/ */
const bottlerocketTaints = (taints: readonly StartTaint[]): string =>
  taints.length === 0
    ? ""
    : [
        "[settings.kubernetes.node-taints]",
        ...taints.map(({ key, effect }) => `"${key}" = [":${effect}"]`),
        "",
      ].join("\n");

/** @see https://bottlerocket.dev/en/os/latest/#/api/settings/network/ */
const bottlerocketProxy = ({ url, except }: Proxy): string => `[settings.network]
https-proxy = "${url}"
no-proxy = ${JSON.stringify(except)}
`;

/** Units of Amazon Linux that call something outside: the runtime pulls images, and nodeadm asks EC2 about its node. */
const UNITS = ["containerd", "kubelet", "nodeadm-run"];

/**
 * Lines that give units a proxy before they start.
 *
 * @see https://repost.aws/knowledge-center/eks-http-proxy-containerd-automation
 */
function amazonLinuxProxy(proxy: Proxy): string[] {
  const lines = Object.entries(proxyVariables(proxy)).map(
    ([name, value]) => `Environment="${name}=${value}"`,
  );
  return [
    ...UNITS.flatMap((unit) => {
      const folder = `/etc/systemd/system/${unit}.service.d`;
      return [
        `mkdir -p ${folder}`,
        `printf '%s\\n' '[Service]' ${lines.map((line) => `'${line}'`).join(" ")} > ${folder}/proxy.conf`,
      ];
    }),
    "systemctl daemon-reload",
  ];
}

/**
 * Parts of a MIME message, which nodeadm and cloud-init read.
 *
 * @see https://awslabs.github.io/amazon-eks-ami/nodeadm/doc/api/
 */
function amazonLinux(
  startTaints: readonly StartTaint[],
  { commands = [], kubelet = {} }: NonNullable<NodeStart["userData"]>,
): string {
  const config = { ...(startTaints.length > 0 && { registerWithTaints: startTaints }), ...kubelet };
  const parts = [
    ...(commands.length > 0
      ? [part("text/x-shellscript", `#!/bin/bash\nset -o errexit\n${commands.join("\n")}\n`)]
      : []),
    ...(Object.keys(config).length > 0 ? [part("application/node.eks.aws", nodeConfig(config))] : []),
  ];
  return parts.length === 0
    ? ""
    : `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="${BOUNDARY}"\n\n${parts.join("")}--${BOUNDARY}--\n`;
}

const BOUNDARY = "//";

const part = (type: string, text: string): string => `--${BOUNDARY}\nContent-Type: ${type}\n\n${text}\n`;

/** The kubelet's configuration in nodeadm's. YAML includes JSON. */
const nodeConfig = (config: object): string => `---
apiVersion: node.eks.aws/v1alpha1
kind: NodeConfig
spec:
  kubelet:
    config: ${JSON.stringify(config)}
`;
