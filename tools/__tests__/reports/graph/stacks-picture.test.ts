import { expect, test } from "vitest";
import { stacksPicture } from "../../../reports/graph/stacks-picture";

const reads = (...outputs: string[]) => ({
  resource: {
    aws_vpc: { main: { tags: outputs.map((name) => "${data.terraform_remote_state." + name + "}") } },
  },
});

test("shows which outputs a stack reads of another, each once and in order", () => {
  const { boxes, arrows } = stacksPicture("staging", [
    { name: "vpc", after: [], terraform: {} },
    { name: "dns", after: ["vpc"], terraform: reads("vpc.outputs.id", "vpc.outputs.arn", "vpc.outputs.id") },
  ]);

  expect(boxes.map(({ title }) => title)).toEqual(["vpc", "dns"]);
  expect(arrows).toEqual([{ from: "vpc", to: "dns", labels: ["arn", "id"], dashed: false }]);
});

test("shows an order without outputs as a dashed arrow", () => {
  const { arrows } = stacksPicture("staging", [
    { name: "access", after: [], terraform: {} },
    { name: "services", after: ["access"], terraform: {} },
  ]);

  expect(arrows).toEqual([{ from: "access", to: "services", labels: ["applied first"], dashed: true }]);
});
