import type { NodeGroupConfig } from "../node-group";
import { hasCilium } from "../pod-network";
import type { OfCluster } from "./of-cluster";
import { type Path, problem, show } from "../../checking/problem";

const eachGroup = (
  { cluster }: OfCluster,
  check: (group: NodeGroupConfig, path: Path) => string[],
): string[] =>
  Object.entries(cluster.nodeGroups).flatMap(([name, group]) => check(group, ["nodeGroups", name]));

const KEY_ARN = /^arn:aws:kms:([a-z0-9-]+):\d{12}:key\/(?:[0-9a-f-]{36}|mrk-[0-9a-f]{32})$/;

/** Refuses a key for disks that is none, or that EBS in the cluster's region cannot use. */
export const diskKeysAreUsable = (config: OfCluster & { readonly region: string }): string[] =>
  eachGroup(config, ({ diskKmsKeyArn }, path) =>
    diskKmsKeyArn === undefined || KEY_ARN.exec(diskKmsKeyArn)?.[1] === config.region
      ? []
      : [
          problem(
            [...path, "diskKmsKeyArn"],
            `the ARN of a key in ${config.region}`,
            show(diskKmsKeyArn),
            "copy it from KMS; an alias is no key, and EBS takes keys of its own region alone",
          ),
        ],
  );

/** Refuses settings at the start that the image of the nodes does not read. */
export const userDataFitsTheAmi = (config: OfCluster): string[] =>
  eachGroup(config, ({ amiType, userData }, path) => {
    if (userData === undefined) {
      return [];
    }
    const isBottlerocket = amiType.startsWith("BOTTLEROCKET_");
    const at = [...path, "userData"];
    if (isBottlerocket !== "toml" in userData || !/^(AL2023|BOTTLEROCKET)_/.test(amiType)) {
      const expected = isBottlerocket
        ? '{ toml: "…" }, since Bottlerocket has no shell'
        : amiType.startsWith("AL2023_")
          ? "commands and kubelet, since Amazon Linux reads no TOML"
          : `nothing for ${amiType}`;
      return [problem(at, expected, show(userData), "write what the image reads, or choose another amiType")];
    }
    return [];
  });

/** Most bytes of user data that EC2 takes, less those that EKS adds. */
const MOST_BYTES = 12_288;

/** Refuses user data that EC2 would not take, or that says what another setting says. */
export const userDataIsPossible = (config: OfCluster): string[] =>
  eachGroup(config, ({ userData, startupTaint }, path) => {
    const writer = hasCilium(config.cluster) ? "podNetwork" : startupTaint && "startupTaint";
    if (userData === undefined) {
      return [];
    }
    const at = [...path, "userData"];
    const bytes = Buffer.byteLength(JSON.stringify(userData));
    return [
      ...(bytes <= MOST_BYTES
        ? []
        : [problem(at, `${MOST_BYTES} bytes at most`, `${bytes}`, "fetch the rest from S3 at the start")]),
      ...(writer ? taintsTwice(userData, at, writer) : []),
    ];
  });

const taintsTwice = (
  userData: NonNullable<NodeGroupConfig["userData"]>,
  at: Path,
  writer: "startupTaint" | "podNetwork",
): string[] => {
  const key =
    "toml" in userData
      ? userData.toml.includes("settings.kubernetes.node-taints") && "toml"
      : userData.kubelet !== undefined && "registerWithTaints" in userData.kubelet && "kubelet";
  return key === false
    ? []
    : [
        problem(
          [...at, key],
          `no taints, since ${writer} writes them`,
          "some",
          writer === "podNetwork"
            ? "write them in taints, which EKS sets"
            : "write them in taints, which EKS sets, or set startupTaint to false",
        ),
      ];
};
