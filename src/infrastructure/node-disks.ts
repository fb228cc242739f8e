import type { LaunchTemplateBlockDeviceMappings } from "@cdktf/provider-aws/lib/launch-template";

/**
 * Size of a Bottlerocket system volume. The variants for NVIDIA need 4 GiB and the others 2; any may be larger.
 *
 * @see https://github.com/bottlerocket-os/bottlerocket#default-volumes
 */
const BOTTLEROCKET_SYSTEM_GIB = 4;

/**
 * Encrypted disks of a node. Amazon Linux has one; Bottlerocket keeps its system on the first, which nothing else
 * writes to, and images, logs and the volumes of pods on the second.
 */
export const nodeDisks = (
  amiType: string,
  diskGib: number,
  kmsKeyId?: string,
): LaunchTemplateBlockDeviceMappings[] =>
  amiType.startsWith("BOTTLEROCKET_")
    ? [disk("/dev/xvda", BOTTLEROCKET_SYSTEM_GIB, kmsKeyId), disk("/dev/xvdb", diskGib, kmsKeyId)]
    : [disk("/dev/xvda", diskGib, kmsKeyId)];

const disk = (
  deviceName: string,
  volumeSize: number,
  kmsKeyId: string | undefined,
): LaunchTemplateBlockDeviceMappings => ({
  deviceName,
  ebs: { volumeSize, volumeType: "gp3", encrypted: "true", deleteOnTermination: "true", kmsKeyId },
});
