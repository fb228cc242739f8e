export type Architecture = "arm64" | "x86_64";

/**
 * AMI types of Linux nodes that EKS builds for every Kubernetes minor we know (Amazon Linux 2 ends at 1.32).
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html
 */
export const AMI_TYPES: Readonly<Record<string, Architecture>> = {
  AL2023_ARM_64_STANDARD: "arm64",
  AL2023_ARM_64_NVIDIA: "arm64",
  AL2023_x86_64_STANDARD: "x86_64",
  AL2023_x86_64_NEURON: "x86_64",
  AL2023_x86_64_NVIDIA: "x86_64",
  BOTTLEROCKET_ARM_64: "arm64",
  BOTTLEROCKET_ARM_64_FIPS: "arm64",
  BOTTLEROCKET_ARM_64_NVIDIA: "arm64",
  BOTTLEROCKET_x86_64: "x86_64",
  BOTTLEROCKET_x86_64_FIPS: "x86_64",
  BOTTLEROCKET_x86_64_NVIDIA: "x86_64",
};

/**
 * AMI types whose accelerators pods cannot ask for: their device plugin is no add-on of the platform. Bottlerocket
 * brings its own.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/ml-eks-optimized-ami.html
 */
export const AMI_TYPES_WITHOUT_DEVICE_PLUGIN: Readonly<Record<string, string>> = {
  AL2023_ARM_64_NVIDIA: "write BOTTLEROCKET_ARM_64_NVIDIA, which brings its own",
  AL2023_x86_64_NVIDIA: "write BOTTLEROCKET_x86_64_NVIDIA, which brings its own",
  AL2023_x86_64_NEURON: "use another accelerator: no AMI type of EKS brings the one for Neuron",
};

const INSTANCE_TYPE =
  /^(?<family>[a-z]+(?:\d+[a-z]*(?:-[a-z0-9]+)?|-\d+tb\d))\.(?:nano|micro|small|medium|large|\d*xlarge|metal(?:-\d+xl)?)$/;

/** Graviton has a `g` right after the generation (`m8g`, `c7gn`, `im4gn`); `-gb200` is NVIDIA's Grace. */
const ARM_FAMILY = /^(?:a1|[a-z]+\d+g[a-z]*|[a-z]+\d+[a-z]*-gb\d+)$/;

/**
 * Instance types with NVIDIA's accelerators: families `g` and `p`, but for AMD's (`g4ad`).
 *
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html
 */
export const hasNvidia = (instanceType: string): boolean =>
  /^[gp]\d/.test(instanceType) && !instanceType.startsWith("g4ad.");

/**
 * Sizes with room for four pods, which the agents of a node take.
 *
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/gp.html#gp_network
 */
export const isTooSmall = (instanceType: string): boolean => /\.(?:nano|micro)$/.test(instanceType);

/**
 * The architecture that an EC2 instance type's name tells; none where it is no such name.
 *
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
export function architectureOf(instanceType: string): Architecture | undefined {
  const family = INSTANCE_TYPE.exec(instanceType)?.groups?.family;
  if (family === undefined) {
    return undefined;
  }
  return ARM_FAMILY.test(family) ? "arm64" : "x86_64";
}

/**
 * Families on Xen, which give an interface no prefixes of addresses. `i3.metal` and `p3dn` are Nitro's.
 *
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-nitro-instances.html
 */
const ON_XEN = /^(?:[cmr][1-4]|t[12]|d2|f1|g[23]|h1|i[23]|p[23]|x1e?)\./;

/** Says that instances of a type take whole prefixes of addresses, as those of Nitro do. */
export const hasPrefixes = (instanceType: string): boolean =>
  !ON_XEN.test(instanceType) || instanceType === "i3.metal";
