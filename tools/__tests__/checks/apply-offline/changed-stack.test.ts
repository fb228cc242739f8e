import { expect, test } from "vitest";
import { changedValues } from "../../../checks/apply-offline/changed-stack";

test("changes one amount of memory of a chart that has any", () => {
  const values = { one: { resources: { requests: { memory: "64Mi" } } }, two: { memory: "64Mi" } };

  expect(changedValues(values)).toEqual({
    one: { resources: { requests: { memory: "63Mi" } } },
    two: { memory: "64Mi" },
  });
});

test("labels every object of a chart of our own", () => {
  const objects = [{ kind: "ConfigMap", metadata: { name: "a", labels: { b: "c" } } }];

  expect(changedValues({ objects })).toEqual({
    objects: [{ kind: "ConfigMap", metadata: { name: "a", labels: { b: "c", "changed-offline": "yes" } } }],
  });
});

test("adds a value that no chart reads where there is nothing else to change", () => {
  expect(changedValues({ replicas: 2 })).toEqual({ replicas: 2, global: { changedOffline: "yes" } });
});
