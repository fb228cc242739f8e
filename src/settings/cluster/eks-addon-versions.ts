import { ownValue } from "../checking/own-value";
import type { EksAddonName } from "./eks-addons";

/** Newest versions of an EKS add-on on record, by Kubernetes minor. */
export interface EksAddonVersions {
  readonly newest: Readonly<Record<string, string>>;

  /** Page on which AWS lists them. */
  readonly source: string;
}

/**
 * EKS add-ons whose versions AWS documents. For the others, `aws eks describe-addon-versions` lists those
 * that fit.
 */
export const EKS_ADDON_VERSIONS: Readonly<Partial<Record<EksAddonName, EksAddonVersions>>> = {
  "kube-proxy": {
    newest: {
      "1.31": "v1.31.14-eksbuild.20",
      "1.32": "v1.32.13-eksbuild.16",
      "1.33": "v1.33.10-eksbuild.13",
      "1.34": "v1.34.6-eksbuild.13",
      "1.35": "v1.35.3-eksbuild.13",
      "1.36": "v1.36.0-eksbuild.14",
    },
    source: "https://docs.aws.amazon.com/eks/latest/userguide/managing-kube-proxy.html",
  },
  coredns: {
    newest: {
      "1.31": "v1.11.4-eksbuild.33",
      "1.32": "v1.11.4-eksbuild.33",
      "1.33": "v1.13.2-eksbuild.4",
      "1.34": "v1.13.2-eksbuild.4",
      "1.35": "v1.13.2-eksbuild.4",
    },
    source: "https://docs.aws.amazon.com/eks/latest/userguide/managing-coredns.html",
  },
};

/** Newest version on record of each add-on that AWS offers for every minor alike. */
const RELEASED: Readonly<Partial<Record<EksAddonName, string>>> = {
  // https://github.com/aws/amazon-vpc-cni-k8s/releases
  "vpc-cni": "v1.22.4",
  // https://github.com/aws/eks-pod-identity-agent/releases
  "eks-pod-identity-agent": "v1.3.10",
  // https://github.com/kubernetes-sigs/metrics-server/releases
  "metrics-server": "v0.8.1",
  // https://github.com/kubernetes/kube-state-metrics/releases
  "kube-state-metrics": "v2.20.0",
  // https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
  "aws-network-flow-monitoring-agent": "v1.1.3",
};

/** Newest version of an add-on on record for a minor: of another minor where AWS lists none for this one. */
export function newestOnRecord(name: EksAddonName, minor: string): string | undefined {
  const byMinor = EKS_ADDON_VERSIONS[name]?.newest ?? {};
  return ownValue(byMinor, minor) ?? Object.values(byMinor).at(-1) ?? RELEASED[name];
}
