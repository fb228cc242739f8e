import { describe, expect, it } from "vitest";
import { testEnvironment } from "../../../../../__tests__/support/environments";
import { rendered } from "../../../../../__tests__/support/rendered";
import { customKindsIn } from "../../../../checks/charts/custom-kinds";
import { kindsAreJudged } from "../../../../checks/charts/rules/kinds";

const crd = (group: string, kind: string) => ({
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: `${kind.toLowerCase()}s.${group}` },
  spec: { group, names: { kind }, versions: [{ name: "v1", served: true, schema: { openAPIV3Schema: {} } }] },
});

const problems = (group: string, kind: string, ofEarlier = false) => {
  const objects = [crd(group, kind)];
  return kindsAreJudged(
    { ...rendered(""), objects: ofEarlier ? [] : objects, kinds: customKindsIn(objects) },
    testEnvironment,
  );
};

describe("custom kinds of charts", () => {
  it.each([
    ["velero.io", "Restore"],
    ["eks.amazonaws.com", "TargetGroupBinding"],
    ["monitoring.coreos.com", "Prometheus"],
    ["argoproj.io", "CronWorkflow"],
  ])("are the platform's or those that teams may have: %s %s", (group, kind) => {
    expect(problems(group, kind)).toEqual([]);
  });

  it("are refused where neither list has them", () => {
    expect(problems("argoproj.io", "EventSource")).toEqual([
      "kind argoproj.io/EventSource: expected it among the platform's or the teams' kinds, got it in neither list; write it into src/settings/namespaces/argo-kinds.ts, or into OF_TEAMS if it is about its own namespace alone",
    ]);
  });

  it("are judged with the release that brings them", () => {
    expect(problems("argoproj.io", "EventSource", true)).toEqual([]);
  });
});
