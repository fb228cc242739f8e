import type { NodeGroupConfig } from "../../../src/settings/cluster/node-group";
import { nodeImagesOf, nodeReleaseOf } from "../../../src/settings/cluster/node-releases";
import { releaseOf } from "../../../src/settings/releases/release";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { NOTHING, type Proposal, type Upgrade } from "./proposal";
import { fileOf, NEXT_FILE, settingOf } from "./surroundings";

const RECORD = "src/settings/cluster/node-releases.ts";

/** Node groups, which move with the control plane to a release of their image for the new minor. */
export function upgradeOfNodeGroups(environment: ClusterEnvironment, to: string): Upgrade {
  const groups = Object.entries(environment.cluster.nodeGroups);
  return {
    ...NOTHING,
    proposals: [
      ...released(environment, to),
      ...groups.map(([name, group]) =>
        isOwn(group, environment)
          ? edited(name, group, to, environment)
          : followed(name, group, to, environment),
      ),
    ],
    blockers: groups.some(([, group]) => hasRecord(group) && nodeReleaseOf(group.amiType, to) === undefined)
      ? [
          `${RECORD}: expected a release of nodes' images for ${to}, got none; write down the newest one of ` +
            "https://github.com/awslabs/amazon-eks-ami/blob/main/CHANGELOG.md",
        ]
      : [],
  };
}

/** True for images whose release is for one minor only, and which the platform has on record. */
const hasRecord = ({ amiType, releaseVersion }: NodeGroupConfig): boolean =>
  nodeImagesOf(amiType).namesKubernetes && typeof releaseVersion === "string";

/** True if an environment wrote a release that is not the one on record. */
const isOwn = (group: NodeGroupConfig, { cluster }: ClusterEnvironment): boolean =>
  hasRecord(group) &&
  cluster.release === undefined &&
  group.releaseVersion !== nodeReleaseOf(group.amiType, cluster.version);

/** Images of a release, which all of its clusters' nodes run. */
function released({ cluster, organisation }: ClusterEnvironment, to: string): Proposal[] {
  const release = releaseOf(cluster.release, organisation.releases);
  return release === undefined
    ? []
    : [
        {
          step: "control plane",
          file: NEXT_FILE,
          setting: "nodes",
          from: release.nodes,
          to: nodeReleaseOf("AL2023_ARM_64_STANDARD", to) ?? `a release for ${to}`,
          why: "a release of its image is for one minor; the same apply replaces the nodes, one at a time",
        },
      ];
}

const releaseFor = ({ amiType }: NodeGroupConfig, minor: string): string =>
  nodeReleaseOf(amiType, minor) ?? `a release for ${minor}`;

const edited = (
  name: string,
  group: NodeGroupConfig,
  to: string,
  environment: ClusterEnvironment,
): Proposal => ({
  step: "control plane",
  file: fileOf(environment),
  setting: settingOf(environment, `nodeGroups.${name}.releaseVersion`),
  from: String(group.releaseVersion),
  to: releaseFor(group, to),
  why: "a release of its image is for one minor; the same apply replaces its nodes, one at a time",
});

function followed(
  name: string,
  group: NodeGroupConfig,
  to: string,
  { cluster }: ClusterEnvironment,
): Proposal {
  const release = (minor: string) => (hasRecord(group) ? releaseFor(group, minor) : minor);
  const now = hasRecord(group) ? String(group.releaseVersion) : cluster.version;
  return {
    step: "with it",
    file: "-",
    setting: `node group ${name}`,
    from: now,
    to: release(to),
    why: "the same apply replaces its nodes, one at a time",
  };
}
