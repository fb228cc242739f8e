import { asList, asMap, textOf } from "../../terraform-json/json-map";
import type { Volume } from "./application";
import type { AskAws } from "./ask-aws";

/** Volume, with what EC2 knows of it. */
export interface KnownVolume extends Volume {
  /** Volume whose snapshot it was made of; empty for a new one. */
  readonly madeOf: string;

  /** Keys of its tags. */
  readonly tags: readonly string[];
}

/** Makes a volume with the tag that marks it as a cluster's own. */
export async function makeVolume(ask: AskAws, zone: string, tag: string): Promise<Volume> {
  const { VolumeId: id } = await ask("ec2", "create_volume", {
    AvailabilityZone: zone,
    Size: 8,
    VolumeType: "gp3",
    TagSpecifications: [{ ResourceType: "volume", Tags: [{ Key: tag, Value: "owned" }] }],
  });
  return { id: textOf(id), zone };
}

/** All volumes of EC2. */
export async function volumesAt(ask: AskAws): Promise<readonly KnownVolume[]> {
  const { Snapshots } = await ask("ec2", "describe_snapshots", { OwnerIds: ["self"] });
  const sources = new Map(
    asList(Snapshots)
      .map(asMap)
      .map(({ SnapshotId, VolumeId }) => [textOf(SnapshotId), textOf(VolumeId)]),
  );
  const { Volumes } = await ask("ec2", "describe_volumes", {});
  return asList(Volumes)
    .map(asMap)
    .map(({ VolumeId, AvailabilityZone, SnapshotId, Tags }) => ({
      id: textOf(VolumeId),
      zone: textOf(AvailabilityZone),
      madeOf: sources.get(textOf(SnapshotId)) ?? "",
      tags: asList(Tags).map((tag) => textOf(asMap(tag).Key)),
    }));
}
