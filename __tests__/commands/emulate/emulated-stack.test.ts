import { describe, expect, it, vi } from "vitest";
import type { JsonMap } from "../../../src/commands/changes/json-map";
import { emulatedStack, leftOutOf } from "../../../src/commands/emulate/emulated-stack";

vi.mock("../../../src/commands/emulate/not-emulated", () => ({
  NOT_EMULATED: {
    aws_eks_addon: { reason: "There are none." },
    "data.aws_rds_engine_version": { reason: "They are not listed.", standIn: { version: "16.8" } },
  },
  FORGOTTEN: { aws_sns_topic: { reason: "It is not kept.", arguments: ["kms_master_key_id"] } },
}));

describe("a stack for an emulator", () => {
  it("has nothing that the emulator lacks, and reads values in its place", () => {
    const stack = {
      data: { aws_rds_engine_version: { newest: {} } },
      resource: {
        aws_eks_addon: { coredns: {} },
        aws_rds_cluster: { main: { engine_version: "${data.aws_rds_engine_version.newest.version}" } },
        aws_eip: { one: { depends_on: ["aws_eks_addon.coredns"] } },
      },
    };

    expect(emulatedStack(stack)).toMatchObject({
      resource: {
        aws_rds_cluster: {
          main: { engine_version: "${local.not_emulated.data_aws_rds_engine_version.version}" },
        },
        aws_eip: { one: { depends_on: [] } },
      },
      locals: { not_emulated: { aws_eks_addon: {}, data_aws_rds_engine_version: { version: "16.8" } } },
    });
    expect(emulatedStack(stack).resource).not.toHaveProperty("aws_eks_addon");
    expect(leftOutOf(stack)).toEqual(["aws_eks_addon.coredns", "data.aws_rds_engine_version.newest"]);
  });

  it("finds buckets in the path, and is otherwise configured as it was", () => {
    const provider: JsonMap = { aws: [{ region: "eu-west-1" }, { region: "us-east-1", alias: "global" }] };

    expect(emulatedStack({ provider }).provider).toEqual({
      aws: [
        { region: "eu-west-1", s3_use_path_style: true },
        { region: "us-east-1", alias: "global", s3_use_path_style: true },
      ],
    });
  });

  it("does not set again what the emulator forgets", () => {
    const lifecycle = { prevent_destroy: true, ignore_changes: ["policy"] };

    expect(
      emulatedStack({ resource: { aws_sns_topic: { one: { name: "one" }, two: { lifecycle } } } }).resource,
    ).toEqual({
      aws_sns_topic: {
        one: { name: "one", lifecycle: { ignore_changes: ["kms_master_key_id"] } },
        two: { lifecycle: { prevent_destroy: true, ignore_changes: ["policy", "kms_master_key_id"] } },
      },
    });
  });
});
