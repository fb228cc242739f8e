import { expect, test } from "vitest";
import { stacksPicture } from "../../../reports/graph/stacks-picture";

const reads = (...outputs: string[]) => ({
  resource: {
    aws_vpc: { main: { tags: outputs.map((name) => "${data.terraform_remote_state." + name + "}") } },
  },
});

test("shows which outputs a stack reads of another, each once and in order", () => {
  const { boxes, arrows } = stacksPicture("staging", [
    { id: "vpc", folder: "", name: "vpc", after: [], json: {} },
    {
      id: "dns",
      folder: "",
      name: "dns",
      after: ["vpc"],
      json: reads("vpc.outputs.id", "vpc.outputs.arn", "vpc.outputs.id"),
    },
  ]);

  expect(boxes.map(({ title }) => title)).toEqual(["vpc", "dns"]);
  expect(arrows).toEqual([{ from: "vpc", to: "dns", labels: ["arn", "id"], dashed: false }]);
});

test("shows an order without outputs as a dashed arrow", () => {
  const { arrows } = stacksPicture("staging", [
    { id: "access", folder: "", name: "access", after: [], json: {} },
    { id: "services", folder: "", name: "services", after: ["access"], json: {} },
  ]);

  expect(arrows).toEqual([{ from: "access", to: "services", labels: ["applied first"], dashed: true }]);
});
