import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";

const problemsOfGroup = (group: object, name = "arm-green") =>
  problemsWith({ cluster: { nodeGroups: { [name]: group } } });

const AMI_TYPES =
  "AL2023_ARM_64_STANDARD, AL2023_ARM_64_NVIDIA, AL2023_x86_64_STANDARD, AL2023_x86_64_NEURON, AL2023_x86_64_NVIDIA, BOTTLEROCKET_ARM_64, BOTTLEROCKET_ARM_64_FIPS, BOTTLEROCKET_ARM_64_NVIDIA, BOTTLEROCKET_x86_64, BOTTLEROCKET_x86_64_FIPS, BOTTLEROCKET_x86_64_NVIDIA";

describe("node groups", () => {
  it.each(["arm-blue", "arm-green", "x86", "constructor", "gpu"])(
    "need nothing but a name such as %s",
    (name) => {
      expect(problemsOfGroup({}, name)).toEqual([]);
    },
  );

  it("are needed", () => {
    expect(problemsWith({ cluster: { nodeGroups: {} } })).toEqual([
      "production clusters.govuk.nodeGroups: expected one node group at least, got none; pods would have nowhere to run",
    ]);
  });

  it("are refused beyond the 100 that AWS makes, each zone's counted", () => {
    const nodeGroups = Object.fromEntries(
      Array.from({ length: 34 }, (_, index) => [`group-${index}`, { perZone: true }]),
    );
    expect(problemsWith({ cluster: { nodeGroups } })).toEqual([
      "production clusters.govuk.nodeGroups: expected 100 groups at most, those of one zone counted each, got 102; join groups whose nodes are alike, or make a second cluster",
    ]);
  });

  it.each(["Arm", "arm_green", "arm--green", "-arm", "arm-", "1st", "", "ärm"])(
    'are not called "%s"',
    (name) => {
      const path = /^[A-Za-z_][\w-]*$/.test(name) ? `.${name}` : `["${name}"]`;

      expect(problemsOfGroup({}, name)).toEqual([
        `production clusters.govuk.nodeGroups${path}: expected a kebab-case name, got "${name}"; call it something like "arm-green"`,
      ]);
    },
  );

  it("may have a name of 40 characters", () => {
    expect(problemsOfGroup({}, "a".repeat(40))).toEqual([]);
  });

  it("are refused with a longer name", () => {
    expect(problemsOfGroup({}, "a".repeat(41))).toEqual([
      `production clusters.govuk.nodeGroups.${"a".repeat(41)}: expected 40 characters at most, got "${"a".repeat(41)}", which has 41; shorten it`,
    ]);
  });

  it.each([
    ["min > desired", { min: 4, desired: 3, max: 5 }, "4, 3, 5"],
    ["desired > max", { min: 1, desired: 6, max: 5 }, "1, 6, 5"],
  ])("are refused with %s", (_, size, got) => {
    expect(problemsOfGroup({ size })).toEqual([
      `production clusters.govuk.nodeGroups.arm-green.size: expected min <= desired <= max, got ${got}; put them in order`,
    ]);
  });

  it.each([
    ["half a node", { min: 0, desired: 0.5, max: 1 }, "0, 0.5, 1"],
    ["fewer nodes than none", { min: -1, desired: 0, max: 1 }, "-1, 0, 1"],
    ["more nodes than Kubernetes runs", { min: 0, desired: 0, max: 5001 }, "0, 0, 5001"],
  ])("are refused with %s", (_, size, got) => {
    expect(problemsOfGroup({ size })).toEqual([
      `production clusters.govuk.nodeGroups.arm-green.size: expected whole numbers from 0 to 5000 for min, desired and max, got ${got}; count nodes`,
    ]);
  });

  it("are refused when they can have no node at all", () => {
    expect(problemsOfGroup({ size: { min: 0, desired: 0, max: 0 } })).toEqual([
      "production clusters.govuk.nodeGroups.arm-green.size.max: expected 1 at least, got 0; a group that is off is left out",
    ]);
  });

  it("are refused with an AMI type that EKS does not build, and the near one is guessed", () => {
    expect(problemsOfGroup({ amiType: "AL2023_ARM64_STANDARD" })).toEqual([
      `production clusters.govuk.nodeGroups.arm-green.amiType: expected one of ${AMI_TYPES}, got "AL2023_ARM64_STANDARD"; did you mean "AL2023_ARM_64_STANDARD"?`,
    ]);
  });

  it("are refused with an AMI type like none", () => {
    expect(problemsOfGroup({ amiType: "ubuntu" })).toEqual([
      `production clusters.govuk.nodeGroups.arm-green.amiType: expected one of ${AMI_TYPES}, got "ubuntu"; write one of them`,
    ]);
  });

  it("are refused with a malformed instance type", () => {
    expect(problemsOfGroup({ instanceTypes: ["m8g.4xlarge", "m8g-4xlarge"] })).toEqual([
      'production clusters.govuk.nodeGroups.arm-green.instanceTypes[1]: expected an instance type such as "m8g.4xlarge", got "m8g-4xlarge"; write family.size',
    ]);
  });

  it("are refused with an x86 instance type for an ARM AMI", () => {
    expect(problemsOfGroup({ instanceTypes: ["m8i.4xlarge"] })).toEqual([
      'production clusters.govuk.nodeGroups.arm-green.instanceTypes[0]: expected an instance type for arm64, as AL2023_ARM_64_STANDARD is, got "m8i.4xlarge", which is x86_64; change it or the AMI type',
    ]);
  });

  it("are refused with an ARM instance type for an x86 AMI", () => {
    expect(problemsOfGroup({ instanceTypes: ["m8g.4xlarge"] }, "x86")).toEqual([
      'production clusters.govuk.nodeGroups.x86.instanceTypes[0]: expected an instance type for x86_64, as AL2023_x86_64_STANDARD is, got "m8g.4xlarge", which is arm64; change it or the AMI type',
    ]);
  });

  it("are refused without an instance type", () => {
    expect(problemsOfGroup({ instanceTypes: [] })).toEqual([
      'production clusters.govuk.nodeGroups.arm-green.instanceTypes: expected one instance type at least, got none; name some, such as "m8g.4xlarge"',
    ]);
  });

  it.each([19, 16385, 60.5])("are refused with a disk of %d GiB", (diskGib) => {
    expect(problemsOfGroup({ diskGib })).toEqual([
      `production clusters.govuk.nodeGroups.arm-green.diskGib: expected a whole number from 20 to 16384, got ${diskGib}; the AMI and the images of its pods must fit`,
    ]);
  });

  it("are refused where none has a node to begin with, since nothing would make the first", () => {
    const none = { size: { min: 0, desired: 0, max: 6 } };

    expect(problemsWith({ cluster: { nodeGroups: { "arm-green": none, x86: none } } })).toEqual([
      "production clusters.govuk.nodeGroups: expected one group at least without taints whose size.desired is 1 or more, got 0 for arm-green, 0 for x86; CoreDNS and the cluster autoscaler are pods: with no node they never start, and nothing makes the first node",
    ]);
  });

  it("are refused where the only nodes to begin with have a taint, which pods of the platform do not tolerate", () => {
    const nodeGroups = {
      plain: { size: { min: 0, desired: 0, max: 6 } },
      batch: { taints: [{ key: "batch", value: "yes", effect: "NoSchedule" }] },
    } as const;

    expect(problemsWith({ cluster: { nodeGroups } })).toEqual([
      expect.stringContaining("whose size.desired is 1 or more, got 0 for plain;"),
    ]);
  });

  it("may begin with none where another group has some", () => {
    const none = { size: { min: 0, desired: 0, max: 6 } };

    expect(problemsWith({ cluster: { nodeGroups: { "arm-green": {}, x86: none } } })).toEqual([]);
  });

  it.each([
    ["AL2023_ARM_64_NVIDIA", "g5g.xlarge", "write BOTTLEROCKET_ARM_64_NVIDIA, which brings its own"],
    ["AL2023_x86_64_NVIDIA", "g6.xlarge", "write BOTTLEROCKET_x86_64_NVIDIA, which brings its own"],
    [
      "AL2023_x86_64_NEURON",
      "inf2.xlarge",
      "use another accelerator: no AMI type of EKS brings the one for Neuron",
    ],
  ])("are refused with %s, whose accelerators no pod could ask for", (amiType, type, fix) => {
    expect(problemsOfGroup({ amiType, instanceTypes: [type] })).toEqual([
      `production clusters.govuk.nodeGroups.arm-green.amiType: expected an AMI type whose accelerators pods can ask for, got "${amiType}", which needs a device plugin that the platform does not install; ${fix}`,
    ]);
  });

  it.each([
    ["AL2023_ARM_64_STANDARD", "m8g.4xlarge"],
    ["AL2023_x86_64_STANDARD", "m7i.large"],
    ["BOTTLEROCKET_ARM_64", "m8g.4xlarge"],
    ["BOTTLEROCKET_ARM_64_FIPS", "m8g.4xlarge"],
    ["BOTTLEROCKET_ARM_64_NVIDIA", "g5g.xlarge"],
    ["BOTTLEROCKET_x86_64", "m7i.large"],
    ["BOTTLEROCKET_x86_64_FIPS", "m7i.large"],
    ["BOTTLEROCKET_x86_64_NVIDIA", "p6-b200.48xlarge"],
  ])("may have %s on %s", (amiType, type) => {
    const release = amiType.startsWith("BOTTLEROCKET_") ? { releaseVersion: "1.47.0-6154605b" } : {};

    expect(problemsOfGroup({ amiType, instanceTypes: [type], ...release })).toEqual([]);
  });

  it.each(["AL2_x86_64", "WINDOWS_CORE_2022_x86_64", "CUSTOM"])(
    "are refused with %s, which the platform has no add-ons for",
    (amiType) => {
      expect(problemsOfGroup({ amiType })[0]).toContain(`got "${amiType}"`);
    },
  );

  it.each(["m7i.large", "g4ad.xlarge"])("are refused with %s for NVIDIA's accelerators", (type) => {
    const releaseVersion = "1.47.0-6154605b";

    expect(
      problemsOfGroup({ amiType: "BOTTLEROCKET_x86_64_NVIDIA", instanceTypes: [type], releaseVersion }),
    ).toEqual([
      `production clusters.govuk.nodeGroups.arm-green.instanceTypes[0]: expected an instance type with NVIDIA's accelerators, as BOTTLEROCKET_x86_64_NVIDIA is for, got "${type}"; name one such as "g6.xlarge", or change the AMI type`,
    ]);
  });

  it("are refused with an instance type twice", () => {
    expect(problemsOfGroup({ instanceTypes: ["m8g.large", "m7g.large", "m8g.large"] })).toEqual([
      'production clusters.govuk.nodeGroups.arm-green.instanceTypes[2]: expected each instance type once, got "m8g.large" again; remove it: EKS refuses duplicates',
    ]);
  });

  it.each(["t4g.nano", "t4g.micro"])("are refused with %s, which its agents fill", (type) => {
    expect(problemsOfGroup({ instanceTypes: [type] })).toEqual([
      `production clusters.govuk.nodeGroups.arm-green.instanceTypes[0]: expected small at least, got "${type}"; the agents of a node leave no room for other pods`,
    ]);
  });
});
