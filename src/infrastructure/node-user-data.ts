/**
 * Taint of a node whose EBS driver does not run yet. The driver removes it. EKS would set a taint of the group half a
 * minute after a node has joined, and on nodes that run already.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/install.md#configure-node-startup-taint
 */
export const STARTUP_TAINT = { key: "ebs.csi.aws.com/agent-not-ready", effect: "NoExecute" } as const;

const BOUNDARY = "//";

/** User data of a node that begins with the start-up taint, in base64. EKS adds what a node needs to join. */
export const startupUserData = (amiType: string): string =>
  Buffer.from(amiType.startsWith("BOTTLEROCKET_") ? BOTTLEROCKET : AMAZON_LINUX).toString("base64");

/** @see https://bottlerocket.dev/en/os/latest/#/api/settings/kubernetes/ */
const BOTTLEROCKET = `[settings.kubernetes.node-taints]
"${STARTUP_TAINT.key}" = [":${STARTUP_TAINT.effect}"]
`;

/** @see https://awslabs.github.io/amazon-eks-ami/nodeadm/doc/api/ */
const AMAZON_LINUX = `MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="${BOUNDARY}"

--${BOUNDARY}
Content-Type: application/node.eks.aws

---
apiVersion: node.eks.aws/v1alpha1
kind: NodeConfig
spec:
  kubelet:
    config:
      registerWithTaints:
        - key: ${STARTUP_TAINT.key}
          effect: ${STARTUP_TAINT.effect}

--${BOUNDARY}--
`;
