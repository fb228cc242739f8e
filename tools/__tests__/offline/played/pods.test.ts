import { expect, test } from "vitest";
import { statusOf } from "../../../offline/played/pods";

const NOW = "2026-01-01T00:00:00Z";
const containers = [{ name: "web", image: "web:1" }];

test("plays a pod that is ready", () => {
  const status = statusOf({ spec: { containers } }, NOW);

  expect(status).toMatchObject({ phase: "Running", containerStatuses: [{ name: "web", ready: true }] });
  expect(status.conditions).toContainEqual({ type: "Ready", status: "True", lastTransitionTime: NOW });
});

test("plays a pod of a Job that has done its work", () => {
  const status = statusOf({ spec: { containers, restartPolicy: "Never" } }, NOW);

  expect(status).toMatchObject({
    phase: "Succeeded",
    containerStatuses: [{ ready: false, state: { terminated: { exitCode: 0 } } }],
  });
  expect(status.conditions).toContainEqual({ type: "Ready", status: "False", lastTransitionTime: NOW });
});
