import type { OfCluster } from "./of-cluster";
import { type Path, problem, show } from "../../checking/problem";
import { problemsOfReason } from "../../checking/reason";
import type { NodeGroupConfig } from "../node-group";
import { KUBERNETES_VERSIONS } from "../kubernetes-versions";
import { kubernetesMinor } from "../../checking/kubernetes-minor";
import { isNewer } from "../../checking/newer";
import { newestReleaseOf, nodeImagesOf } from "../node-releases";
import { AMI_TYPES } from "./instance-types";

/** Each group has a release of its image, for the cluster's minor, or a reason for the newest of the day. */
export const nodeReleasesArePinned = ({ cluster }: OfCluster): string[] =>
  Object.entries(cluster.nodeGroups)
    // Other rules refuse other AMI types and minors.
    .filter(([, { amiType }]) => Object.hasOwn(AMI_TYPES, amiType))
    .flatMap(([name, group]) =>
      KUBERNETES_VERSIONS.includes(cluster.version)
        ? problemsOf(group, cluster.version, ["nodeGroups", name, "releaseVersion"])
        : [],
    );

/** True for a release that was made by the day of the newest: neither of a later version nor of a later or impossible day. */
function isReleased(release: string, newest = release): boolean {
  const [version = "", day = ""] = release.split("-");
  const [newestVersion = "", newestDay] = newest.split("-");
  return !isNewer(version, newestVersion) && (newestDay === undefined || (isDay(day) && day <= newestDay));
}

/** True for a day of the calendar such as `20260714`. */
function isDay(text: string): boolean {
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  const time = Date.parse(iso);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

function problemsOf({ amiType, releaseVersion }: NodeGroupConfig, minor: string, at: Path): string[] {
  const { release, form, namesKubernetes, newest } = nodeImagesOf(amiType);
  if (typeof releaseVersion === "object") {
    return problemsOfReason(
      releaseVersion.reason,
      [...at, "reason"],
      "say why the group takes the newest image of the day that makes it, or write a release",
    );
  }
  if (releaseVersion === undefined || !release.test(releaseVersion)) {
    return [
      problem(
        at,
        `a release of ${amiType}: ${form}`,
        releaseVersion === undefined ? "none" : show(releaseVersion),
        `write one of ${newest}`,
      ),
    ];
  }
  return !namesKubernetes || kubernetesMinor(releaseVersion) === kubernetesMinor(minor)
    ? isReleased(releaseVersion, newestReleaseOf(amiType, minor))
      ? []
      : [
          problem(
            at,
            `${newestReleaseOf(amiType, minor)} or older, the newest release of ${amiType} on record`,
            show(releaseVersion),
            `write one of ${newest}; a newer one is added to src/settings/cluster/node-releases.ts first`,
          ),
        ]
    : [
        problem(
          at,
          `a release for ${minor}, which the cluster runs`,
          show(releaseVersion),
          "leave it out to take the one on record, or write one of that minor",
        ),
      ];
}
