import { defineCommand } from "../kit/run-command";
import { GRAPH } from "../reports/graph/arguments";

export const command = defineCommand(GRAPH, async (asked) =>
  (await import("../reports/graph/draw")).draw(asked),
);
