import type { LaunchTemplateBlockDeviceMappings } from "@cdktf/provider-aws/lib/launch-template";

/**
 * Size of a Bottlerocket system volume. The variants for NVIDIA need 4 GiB and the others 2; any may be larger.
 *
 * @see https://github.com/bottlerocket-os/bottlerocket#default-volumes
 */
const BOTTLEROCKET_SYSTEM_GIB = 4;

/** Type of a disk, its operations and its MiB a second. Without numbers, those that the type begins with. */
export interface DiskPerformance {
  readonly type: string;
  readonly iops?: number;
  readonly throughputMib?: number;
}

/**
 * Encrypted disks of a node. Amazon Linux has one; Bottlerocket keeps its system on the first, which nothing else
 * writes to, and images, logs and the volumes of pods on the second.
 */
export const nodeDisks = (
  amiType: string,
  diskGib: number,
  kmsKeyId?: string,
  performance?: DiskPerformance,
): LaunchTemplateBlockDeviceMappings[] =>
  amiType.startsWith("BOTTLEROCKET_")
    ? [
        disk("/dev/xvda", BOTTLEROCKET_SYSTEM_GIB, kmsKeyId),
        disk("/dev/xvdb", diskGib, kmsKeyId, performance),
      ]
    : [disk("/dev/xvda", diskGib, kmsKeyId, performance)];

const disk = (
  deviceName: string,
  volumeSize: number,
  kmsKeyId: string | undefined,
  { type: volumeType, iops, throughputMib: throughput }: DiskPerformance = { type: "gp3" },
): LaunchTemplateBlockDeviceMappings => ({
  deviceName,
  ebs: { volumeSize, volumeType, iops, throughput, encrypted: "true", deleteOnTermination: "true", kmsKeyId },
});
