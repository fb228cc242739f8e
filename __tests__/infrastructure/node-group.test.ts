import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { PlacementGroup } from "@cdktf/provider-aws/lib/placement-group";
import { describe, expect, it } from "vitest";
import { NodeGroup, type NodeGroupProps } from "../../src/infrastructure/node-group";
import { CILIUM_TAINT, STARTUP_TAINT } from "../../src/infrastructure/node-user-data";
import { AMI_TYPES } from "../../src/settings/cluster/rules/instance-types";
import { type Block, Terraform } from "../support/terraform";

const terraformWith = (props: Partial<NodeGroupProps> = {}) =>
  Terraform.of((scope) => {
    new NodeGroup(scope, "arm-green", {
      clusterName: "govuk",
      version: "1.36",
      name: "arm-green",
      nodeRoleArn: "arn:aws:iam::123456789012:role/govuk-node-group",
      subnetIds: ["subnet-1"],
      amiType: "AL2023_ARM_64_STANDARD",
      instanceTypes: ["m8g.4xlarge"],
      capacityType: "ON_DEMAND",
      size: { min: 3, desired: 6, max: 12 },
      diskGib: 60,
      podsReachMetadata: false,
      tags: { product: "platform" },
      after: [],
      ...props,
    });
  });

const terraform = terraformWith();
const group = terraform.only(EksNodeGroup);
const template = terraform.only(LaunchTemplate);

describe("NodeGroup", () => {
  it("leaves its size to the autoscaler after the first day", () => {
    expect(group.scaling_config).toEqual({ min_size: 3, desired_size: 6, max_size: 12 });
    expect(group.lifecycle.ignore_changes).toEqual(["scaling_config[0].desired_size"]);
  });

  it("keeps the release of its image until another is written", () => {
    const pinned = terraformWith({ releaseVersion: "1.36.2-20260714" }).only(EksNodeGroup);

    expect([pinned.version, pinned.release_version]).toEqual(["1.36", "1.36.2-20260714"]);
    expect(group).not.toHaveProperty("release_version");
  });

  it("is found by the autoscaler of its cluster", () => {
    expect(group.tags).toEqual({
      "k8s.io/cluster-autoscaler/enabled": "true",
      "k8s.io/cluster-autoscaler/govuk": "owned",
    });
  });

  it("runs the newest version of its launch template", () => {
    expect(group.launch_template).toEqual({
      id: "${aws_launch_template.arm-green_launch-template.id}",
      version: "${aws_launch_template.arm-green_launch-template.latest_version}",
    });
  });

  it("has disks of the type and performance that it is given", () => {
    const { block_device_mappings } = terraformWith({
      diskPerformance: { type: "gp3", iops: 6000, throughputMib: 500 },
    }).only(LaunchTemplate);

    expect(block_device_mappings[0].ebs).toMatchObject({ volume_type: "gp3", iops: 6000, throughput: 500 });
    expect(template.block_device_mappings[0].ebs).not.toHaveProperty("iops");
  });

  it("keeps the disk of Bottlerocket's own system as it begins", () => {
    const { block_device_mappings } = terraformWith({
      amiType: "BOTTLEROCKET_ARM_64",
      diskPerformance: { type: "io2", iops: 5000 },
    }).only(LaunchTemplate);

    expect(block_device_mappings.map(({ ebs }: Block) => [ebs.volume_type, ebs.iops])).toEqual([
      ["gp3", undefined],
      ["io2", 5000],
    ]);
  });

  it("places its nodes in a group of their own", () => {
    const placed = terraformWith({ placement: "partition" });

    expect(placed.only(PlacementGroup)).toMatchObject({
      name: "govuk-arm-green-partition",
      strategy: "partition",
      partition_count: 7,
    });
    expect(placed.only(LaunchTemplate).placement).toEqual({
      group_name: "${aws_placement_group.arm-green_placement.name}",
    });
    expect(template).not.toHaveProperty("placement");
  });

  it("replaces one node at a time, or as many as it is told", () => {
    expect(group.update_config).toEqual({ max_unavailable: 1 });
    expect(terraformWith({ replaces: { percent: 25 } }).only(EksNodeGroup).update_config).toEqual({
      max_unavailable_percentage: 25,
    });
  });

  it("has its nodes repaired where it says so", () => {
    expect(terraformWith({ repair: true }).only(EksNodeGroup).node_repair_config).toEqual({ enabled: true });
    expect(group).not.toHaveProperty("node_repair_config");
  });

  it("encrypts the disk", () => {
    expect(template.block_device_mappings).toEqual([
      {
        device_name: "/dev/xvda",
        ebs: { volume_size: 60, volume_type: "gp3", encrypted: "true", delete_on_termination: "true" },
      },
    ]);
  });

  it.each(Object.keys(AMI_TYPES).filter((type) => type.startsWith("BOTTLEROCKET_")))(
    "encrypts both disks of %s, and sizes the one that holds images",
    (amiType) => {
      const disks = terraformWith({ amiType, diskGib: 200 }).only(LaunchTemplate).block_device_mappings;

      expect(disks).toMatchObject([
        { device_name: "/dev/xvda", ebs: { volume_size: 4, encrypted: "true" } },
        { device_name: "/dev/xvdb", ebs: { volume_size: 200, encrypted: "true" } },
      ]);
    },
  );

  it.each(["instance", "volume", "network-interface"])("tags each %s as all that is its stack's", (type) => {
    const specifications = template.tag_specifications as Block[];

    expect(specifications.find(({ resource_type }) => resource_type === type)?.tags).toEqual({
      product: "platform",
      Name: "govuk-arm-green",
    });
  });

  it.each([
    [false, 1],
    [true, 2],
  ])("answers metadata requests with a session token only, pods among those who ask: %s", (reach, hops) => {
    expect(terraformWith({ podsReachMetadata: reach }).only(LaunchTemplate).metadata_options).toEqual({
      http_endpoint: "enabled",
      http_tokens: "required",
      http_put_response_hop_limit: hops,
    });
  });

  it("is replaced one node at a time, the new group before the old one", () => {
    expect(group.update_config).toEqual({ max_unavailable: 1 });
    expect(group.lifecycle.create_before_destroy).toBe(true);
  });

  it("has the time to replace 24 nodes one at a time", () => {
    expect(group.timeouts).toEqual({ update: "4h", delete: "2h" });
  });

  it("has the labels and taints that it is given, in EKS's spelling", () => {
    const own = terraformWith({
      labels: { pool: "gpu" },
      taints: [{ key: "gpu", value: "yes", effect: "NoExecute" }],
    }).only(EksNodeGroup);

    expect(own.labels).toEqual({ pool: "gpu" });
    expect(own.taint).toEqual([{ key: "gpu", value: "yes", effect: "NO_EXECUTE" }]);
  });

  it.each([
    [
      "AL2023_x86_64_STANDARD",
      /kubelet:\n {4}config: \{"registerWithTaints":\[\{"key":"ebs\.csi\.aws\.com\/agent-not-ready","effect":"NoExecute"\}\]\}\n/,
    ],
    [
      "BOTTLEROCKET_ARM_64",
      /^\[settings\.kubernetes\.node-taints\]\n"ebs\.csi\.aws\.com\/agent-not-ready" = \[":NoExecute"\]$/m,
    ],
  ])("registers %s with the start-up taint, which its kubelet sets and EKS does not", (amiType, expected) => {
    const nodes = terraformWith({ amiType, startTaints: [STARTUP_TAINT] });
    const { user_data: userData } = nodes.only(LaunchTemplate);

    expect(Buffer.from(userData, "base64").toString()).toMatch(expected);
    expect(nodes.only(EksNodeGroup).taint).toBeUndefined();
    expect(template.user_data).toBeUndefined();
  });

  const userDataOf = (props: Partial<NodeGroupProps>) =>
    Buffer.from(String(terraformWith(props).only(LaunchTemplate).user_data), "base64").toString();

  it("runs commands before the node joins, and stops at the first that fails", () => {
    const text = userDataOf({ userData: { commands: ["sysctl -w vm.max_map_count=262144", "swapoff -a"] } });

    expect(text).toMatch(/^MIME-Version: 1\.0\nContent-Type: multipart\/mixed; boundary="\/\/"\n\n--\/\/\n/);
    expect(text).toContain(
      "Content-Type: text/x-shellscript\n\n#!/bin/bash\nset -o errexit\nsysctl -w vm.max_map_count=262144\nswapoff -a\n",
    );
    expect(text.endsWith("--//--\n")).toBe(true);
    expect(text).not.toContain("NodeConfig");
  });

  it("gives the kubelet its fields, beside the start-up taint", () => {
    const text = userDataOf({ startTaints: [STARTUP_TAINT], userData: { kubelet: { maxPods: 58 } } });

    expect(text).toContain('"effect":"NoExecute"}],"maxPods":58}');
    expect(text.match(/kind: NodeConfig/g)).toHaveLength(1);
  });

  it("begins with the taint of Cilium too, where both programs must run first", () => {
    const startTaints = [STARTUP_TAINT, CILIUM_TAINT];

    expect(userDataOf({ startTaints })).toContain(
      '"registerWithTaints":[{"key":"ebs.csi.aws.com/agent-not-ready","effect":"NoExecute"},' +
        '{"key":"node.cilium.io/agent-not-ready","effect":"NoExecute"}]',
    );
    expect(userDataOf({ amiType: "BOTTLEROCKET_ARM_64", startTaints })).toContain(
      '"node.cilium.io/agent-not-ready" = [":NoExecute"]',
    );
  });

  it("gives Bottlerocket its settings after the start-up taint", () => {
    const toml = '[settings.kernel.sysctl]\n"vm.max_map_count" = "262144"\n';
    const text = userDataOf({
      amiType: "BOTTLEROCKET_ARM_64",
      startTaints: [STARTUP_TAINT],
      userData: { toml },
    });

    expect(text.indexOf("[settings.kubernetes.node-taints]")).toBe(0);
    expect(text.endsWith(toml)).toBe(true);
  });

  it.each(["AL2023_ARM_64_STANDARD", "BOTTLEROCKET_ARM_64"])(
    "encrypts every disk of %s with its key",
    (amiType) => {
      const diskKmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/11111111-1111-4111-8111-111111111111";
      const { block_device_mappings: disks } = terraformWith({ amiType, diskKmsKeyArn }).only(LaunchTemplate);

      expect(new Set((disks as Block[]).map(({ ebs }) => (ebs as Block).kms_key_id))).toEqual(
        new Set([diskKmsKeyArn]),
      );
      expect(JSON.stringify(template.block_device_mappings)).not.toContain("kms_key_id");
    },
  );
});
