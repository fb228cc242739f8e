import { isNewer } from "../checking/newer";
import { ownValue } from "../checking/own-value";
import { EKS_ADDONS, type EksAddonName } from "./eks-addons";

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
      "1.31": "v1.11.4-eksbuild.40",
      "1.32": "v1.11.4-eksbuild.40",
      "1.33": "v1.13.2-eksbuild.4",
      "1.34": "v1.13.2-eksbuild.11",
      "1.35": "v1.14.3-eksbuild.3",
      "1.36": "v1.14.3-eksbuild.3",
    },
    source: "https://docs.aws.amazon.com/eks/latest/userguide/managing-coredns.html",
  },
};

/** Newest versions of add-ons that AWS offers for every minor alike. The version that the platform runs is on record as well. */
const RELEASED: Readonly<Partial<Record<EksAddonName, string>>> = {
  // https://docs.aws.amazon.com/eks/latest/userguide/managing-vpc-cni.html
  "vpc-cni": "v1.23.1-eksbuild.1",
  // https://docs.aws.amazon.com/eks/latest/userguide/community-addons.html
  "kube-state-metrics": "v2.20.0-eksbuild.6",
  // https://github.com/kubernetes-csi/external-snapshotter/releases
  "snapshot-controller": "v8.5.0-eksbuild.5",
  // https://github.com/kubernetes-sigs/aws-ebs-csi-driver/releases
  "aws-ebs-csi-driver": "v1.66.0-eksbuild.1",
  // https://github.com/kubernetes-sigs/aws-efs-csi-driver/releases
  "aws-efs-csi-driver": "v3.4.2-eksbuild.1",
};

/** Newest version of an add-on on record for a minor: of another minor where AWS lists none for this one. */
export function newestOnRecord(name: EksAddonName, minor: string): string {
  const byMinor = EKS_ADDON_VERSIONS[name]?.newest ?? {};
  return ownValue(byMinor, minor) ?? Object.values(byMinor).at(-1) ?? newestReleased(name);
}

function newestReleased(name: EksAddonName): string {
  const { version } = EKS_ADDONS[name];
  const released = RELEASED[name] ?? version;
  return isNewer(withoutBuild(version), withoutBuild(released)) ? version : released;
}

/** Version without its build: `v1.22.2` for `v1.22.2-eksbuild.1`. */
export const withoutBuild = (version: string): string => version.replace(/-eksbuild\.\d+$/, "");
