import { expect, test } from "vitest";
import { reachPicture } from "../../../reports/graph/reach-picture";
import { stacksOfEnvironment } from "../../../reports/graph/environment-stacks";
import { production } from "../../../../src/platform/environments/production";
import { defineEnvironment } from "../../../samples/platform";

test("leads from the subjects of production to what they can come to control", async () => {
  const stacks = await stacksOfEnvironment(defineEnvironment(production));
  const { boxes, arrows } = reachPicture("production", stacks);
  const subject = (name: string) => boxes.find(({ lines }) => lines.join(" ").includes(name))!;
  const reachedBy = (name: string) =>
    arrows.filter(({ from }) => from === subject(name).id).map(({ to, labels }) => [to, ...labels]);

  expect(reachedBy("level fulladmin")).toEqual([["the whole cluster", "administer it"]]);
  expect(reachedBy("level licensinguser")).toEqual([["namespace licensify", "run programs", "read Secrets"]]);
  expect(subject("readonly")).toMatchObject({ colour: "grey" });
  expect(reachedBy("readonly")).toEqual([]);
});
