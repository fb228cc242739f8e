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
