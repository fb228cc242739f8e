import { expect, test } from "vitest";
import { readPlanLog } from "../../../operate/hcp/plan-log";

const structured = (...lines: object[]) =>
  `\u0002${lines.map((line) => JSON.stringify({ "@level": "info", ...line })).join("\n")}\u0003`;

test.each([
  ["text", "Plan: 1 to add.\n\n\u001b[1mChanges to Outputs:\u001b[0m\n  + id = 1\n", true],
  ["text without any", "Plan: 1 to add.\n", false],
  ["JSON", structured({ type: "outputs", outputs: { id: { action: "update" } } }), true],
  ["JSON without any", structured({ type: "outputs", outputs: { id: { action: "noop" } } }), false],
])("sees in %s whether outputs change", (_form, log, expected) => {
  expect(readPlanLog(log).outputsChange).toBe(expected);
});

test("reads errors from text, boxes and colours apart", () => {
  const log =
    "╷\n│ \u001b[31mError: \u001b[0mUnsupported attribute\n│\n│ data.terraform_remote_state.vpc.outputs\n╵\n";

  expect(readPlanLog(log).errors).toBe(
    "Error: Unsupported attribute\n\ndata.terraform_remote_state.vpc.outputs",
  );
});

test("reads errors from JSON, with the values that they speak of, and no warnings", () => {
  const error = {
    severity: "error",
    summary: "Unsupported attribute",
    detail: "no attribute",
    snippet: { values: [{ traversal: "data.terraform_remote_state.vpc.outputs", statement: "is object" }] },
  };
  const log = structured(
    { type: "diagnostic", diagnostic: error },
    { type: "diagnostic", diagnostic: { severity: "warning", summary: "Old" } },
  );

  expect(readPlanLog(log).errors).toBe(
    "Error: Unsupported attribute\ndata.terraform_remote_state.vpc.outputs is object\nno attribute",
  );
});
