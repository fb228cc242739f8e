import { describe, expect, it } from "vitest";
import { KUBERNETES_VERSIONS } from "../../../../src/settings/cluster/kubernetes-versions";
import { kubernetesMinor } from "../../../../src/settings/checking/kubernetes-minor";
import { nodeImagesOf, NODE_RELEASES } from "../../../../src/settings/cluster/node-releases";
import { environment, problemsWith, productionLike } from "../../../support/environments";

const AT = "production clusters.govuk.nodeGroups.arm-green.releaseVersion";

const problemsOfGroup = (group: object) => problemsWith({ cluster: { nodeGroups: { "arm-green": group } } });

const bottlerocket = { amiType: "BOTTLEROCKET_ARM_64" };

describe("releases of nodes' images", () => {
  it.each(KUBERNETES_VERSIONS)("are on record for Kubernetes %s", (minor) => {
    expect(NODE_RELEASES[minor]).toMatch(nodeImagesOf("AL2023_ARM_64_STANDARD").release);
    expect(kubernetesMinor(NODE_RELEASES[minor]!)).toBe(kubernetesMinor(minor));
  });

  it("come from the record for the cluster's minor where none is written", () => {
    const { cluster } = environment({ ...productionLike, cluster: { version: "1.35" } });

    expect(Object.values(cluster.nodeGroups).map(({ releaseVersion }) => releaseVersion)).toEqual([
      NODE_RELEASES["1.35"],
    ]);
  });

  it("may be written, or left to the day with a reason", () => {
    expect(problemsOfGroup({ releaseVersion: "1.36.1-20260501" })).toEqual([]);
    expect(problemsOfGroup({ ...bottlerocket, releaseVersion: "1.47.0-6154605b" })).toEqual([]);
    expect(problemsOfGroup({ releaseVersion: { reason: "The group lives for a day." } })).toEqual([]);
  });

  it.each(["latest", "1.36.2", "v20260714", "1.36.2-20260714 ", "1.47.0-6154605b"])(
    'are refused as "%s"',
    (releaseVersion) => {
      expect(problemsOfGroup({ releaseVersion })).toEqual([
        `${AT}: expected a release of AL2023_ARM_64_STANDARD: <Kubernetes version>-<date>, such as 1.36.2-20260714, got "${releaseVersion}"; write one of https://github.com/awslabs/amazon-eks-ami/blob/main/CHANGELOG.md`,
      ]);
    },
  );

  it("are refused for another minor than the cluster's", () => {
    expect(problemsOfGroup({ releaseVersion: "1.35.6-20260714" })).toEqual([
      `${AT}: expected a release for 1.36, which the cluster runs, got "1.35.6-20260714"; leave it out to take the one on record, or write one of that minor`,
    ]);
  });

  it.each(["1.36.3-20260714", "1.36.2-20260715", "1.36.99-20991231", "1.36.2-20260231"])(
    "are refused where AWS is not on record to have made them: %s",
    (releaseVersion) => {
      expect(problemsOfGroup({ releaseVersion })).toEqual([
        `${AT}: expected ${NODE_RELEASES["1.36"]} or older, the newest release of AL2023_ARM_64_STANDARD on record, got "${releaseVersion}"; write one of https://github.com/awslabs/amazon-eks-ami/blob/main/CHANGELOG.md; a newer one is added to src/settings/cluster/node-releases.ts first`,
      ]);
    },
  );

  it("are refused of Bottlerocket above its newest version on record", () => {
    expect(problemsOfGroup({ ...bottlerocket, releaseVersion: "1.99.0-6154605b" })).toEqual([
      expect.stringContaining(
        'expected 1.47.0 or older, the newest release of BOTTLEROCKET_ARM_64 on record, got "1.99.0-6154605b"',
      ),
    ]);
  });

  it("are asked for where the platform has none on record", () => {
    expect(problemsOfGroup(bottlerocket)).toEqual([
      `${AT}: expected a release of BOTTLEROCKET_ARM_64: <version>-<commit>, such as 1.47.0-6154605b, got none; write one of https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id-bottlerocket.html (image_version)`,
    ]);
  });

  it("are not left to the day without a sentence that says why", () => {
    expect(problemsOfGroup({ releaseVersion: { reason: "no" } })).toEqual([
      `${AT}.reason: expected a sentence, got "no"; say why the group takes the newest image of the day that makes it, or write a release`,
    ]);
  });
});
