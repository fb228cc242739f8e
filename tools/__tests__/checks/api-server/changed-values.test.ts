import { expect, test } from "vitest";
import { changedValues } from "../../../checks/api-server/changed-values";

test("tells a value that the server keeps in another form, with its place", () => {
  expect(
    changedValues(
      { spec: { limits: [{ max: { memory: "1024Mi" }, type: "Container" }] } },
      { spec: { limits: [{ max: { memory: "1Gi" }, type: "Container" }] } },
    ),
  ).toEqual([{ path: "spec.limits[0].max.memory", sent: "1024Mi", kept: "1Gi" }]);
});

test("tells a value that the server drops", () => {
  expect(changedValues({ spec: { a: 1 } }, { spec: {} })).toEqual([
    { path: "spec.a", sent: "1", kept: undefined },
  ]);
});

test("tells a list that grows or shrinks as a whole", () => {
  expect(changedValues({ a: ["x"] }, { a: ["x", "y"] })).toEqual([
    { path: "a", sent: '["x"]', kept: '["x","y"]' },
  ]);
});

test("takes no offence at what the server adds, or at nothing that it leaves out", () => {
  expect(changedValues({ a: "x", none: {}, empty: [] }, { a: "x", uid: "1" })).toEqual([]);
});

test("tells a number from its text by nothing: Terraform has one form for both", () => {
  expect(changedValues({ port: 53 }, { port: "53" })).toEqual([]);
});
