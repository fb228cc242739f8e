import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { describe, expect, it } from "vitest";
import { type StateBlocks, writeStateBlocks } from "../../src/constructs/state-blocks";
import { Terraform } from "../support/terraform";

const jsonWith = (blocks: Partial<StateBlocks>) =>
  Terraform.of((stack) => {
    new SnsTopic(stack, "topic", {});
    writeStateBlocks(stack, { moved: [], imported: [], removed: [], ...blocks });
  }).json;

describe("writeStateBlocks", () => {
  it("writes nothing where nothing moves", () => {
    expect(Object.keys(jsonWith({})).filter((key) => key === "moved" || key === "import")).toEqual([]);
  });

  it("writes moves in the order of the addresses they lead to", () => {
    const { moved } = jsonWith({
      moved: [
        { from: "aws_sns_topic.a", to: "aws_sns_topic.z" },
        { from: 'module.old.aws_sns_topic.b["x"]', to: "aws_sns_topic.topic" },
      ],
    });

    expect(moved).toEqual([
      { from: 'module.old.aws_sns_topic.b["x"]', to: "aws_sns_topic.topic" },
      { from: "aws_sns_topic.a", to: "aws_sns_topic.z" },
    ]);
  });

  it("writes imports in the order of their addresses", () => {
    const { import: imported } = jsonWith({
      imported: [
        { address: "aws_sns_topic.z", id: "arn:z" },
        { address: "aws_sns_topic.topic", id: "arn:topic" },
      ],
    });

    expect(imported).toEqual([
      { to: "aws_sns_topic.topic", id: "arn:topic" },
      { to: "aws_sns_topic.z", id: "arn:z" },
    ]);
  });

  it("keeps Terraform from reading an id as a template", () => {
    const { import: imported } = jsonWith({
      imported: [{ address: "aws_sns_topic.topic", id: "${a} %{b} $c" }],
    });

    expect(imported[0].id).toBe("$${a} %%{b} $c");
  });

  it("writes removals that destroy nothing, in the order of their addresses", () => {
    const { removed } = jsonWith({ removed: [{ from: "module.z" }, { from: "aws_sns_topic.old" }] });

    expect(removed).toEqual([
      { from: "aws_sns_topic.old", lifecycle: { destroy: false } },
      { from: "module.z", lifecycle: { destroy: false } },
    ]);
  });

  it("leaves what it was given as it was", () => {
    const moved = [
      { from: "aws_sns_topic.b", to: "aws_sns_topic.z" },
      { from: "aws_sns_topic.a", to: "aws_sns_topic.topic" },
    ];
    jsonWith({ moved });

    expect(moved.map(({ from }) => from)).toEqual(["aws_sns_topic.b", "aws_sns_topic.a"]);
  });
});
