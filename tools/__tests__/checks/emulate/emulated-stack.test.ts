import { describe, expect, it } from "vitest";
import type { JsonMap } from "../../../terraform-json/json-map";
import { emulatedStack } from "../../../checks/emulate/emulated-stack";
import type { Gaps } from "../../../checks/emulate/gaps";

const GAPS: Gaps = {
  types: {
    aws_eks_addon: { reason: "There are none." },
    "data.aws_rds_engine_version": { reason: "They are not listed.", standIn: { version: "16.8" } },
  },
  attributes: [],
  forgotten: { aws_sns_topic: { reason: "It is not kept.", arguments: ["kms_master_key_id"] } },
};

describe("a stack for an emulator", () => {
  it("has nothing that the emulator lacks, and reads values in its place", () => {
    const { resource, locals } = emulatedStack(
      {
        data: { aws_rds_engine_version: { newest: {} } },
        resource: {
          aws_eks_addon: { coredns: {} },
          aws_rds_cluster: { main: { engine_version: "${data.aws_rds_engine_version.newest.version}" } },
          aws_eip: { one: { depends_on: ["aws_eks_addon.coredns"] } },
        },
      },
      GAPS,
    );

    expect(Object.keys(resource as JsonMap)).toEqual(["aws_rds_cluster", "aws_eip"]);
    expect(resource).toMatchObject({
      aws_rds_cluster: {
        main: { engine_version: "${local.not_emulated.data_aws_rds_engine_version.version}" },
      },
      aws_eip: { one: { depends_on: [] } },
    });
    expect(locals).toEqual({
      not_emulated: { aws_eks_addon: {}, data_aws_rds_engine_version: { version: "16.8" } },
    });
  });

  it("finds buckets in the path, and is otherwise configured as it was", () => {
    const provider: JsonMap = { aws: [{ region: "eu-west-1" }, { region: "us-east-1", alias: "global" }] };

    expect(emulatedStack({ provider }, GAPS).provider).toEqual({
      aws: [
        { region: "eu-west-1", s3_use_path_style: true },
        { region: "us-east-1", alias: "global", s3_use_path_style: true },
      ],
    });
  });

  it("does not set again what the emulator forgets", () => {
    const lifecycle = { create_before_destroy: true, ignore_changes: ["policy"] };
    const { resource } = emulatedStack(
      {
        resource: { aws_sns_topic: { one: { name: "one" }, two: { lifecycle } } },
      },
      GAPS,
    );

    expect(resource).toMatchObject({
      aws_sns_topic: {
        one: { name: "one", lifecycle: { ignore_changes: ["kms_master_key_id"] } },
        two: { lifecycle: { create_before_destroy: true, ignore_changes: ["policy", "kms_master_key_id"] } },
      },
    });
  });

  it("may be replaced, so that a plan which does says why", () => {
    const { resource } = emulatedStack(
      {
        resource: { aws_eip: { one: { lifecycle: { prevent_destroy: true } } } },
      },
      GAPS,
    );

    expect(resource).toEqual({
      aws_eip: { one: { lifecycle: { prevent_destroy: false, ignore_changes: [] } } },
    });
  });
});
