import { describe, expect, it } from "vitest";
import { nameOf, objectsIn, selects } from "../../../checks/charts/objects";

describe("objectsIn", () => {
  it("reads every document, and the items of a List one by one", () => {
    const yaml = `
---
# Source: a.yaml
kind: Secret
apiVersion: v1
metadata: { name: a }
---
kind: List
apiVersion: v1
items:
  - { kind: ConfigMap, apiVersion: v1, metadata: { name: b } }
---
# nothing
`;
    expect(objectsIn(yaml).map(nameOf)).toEqual(["Secret a", "ConfigMap b"]);
  });

  it("reads YAML as Helm does: 0644 is octal; an equals sign, a time and a date are text", () => {
    const [object] = objectsIn(
      "{ kind: A, apiVersion: v1, metadata: {}, mode: 0644, operator: =, at: 12:30, day: 2026-11-21 }",
    );

    expect(object).toMatchObject({ mode: 420, operator: "=", at: "12:30", day: "2026-11-21" });
  });

  it("refuses what is no object", () => {
    expect(() => objectsIn("just text")).toThrow("expected a Kubernetes object, got just text");
  });
});

describe("selects", () => {
  const labels = { app: "dex", tier: "web" };

  it.each([
    [{}, true],
    [{ matchLabels: { app: "dex" } }, true],
    [{ matchLabels: { app: "dex", tier: "db" } }, false],
    [{ matchExpressions: [{ key: "app", operator: "In", values: ["dex", "x"] }] }, true],
    [{ matchExpressions: [{ key: "app", operator: "NotIn", values: ["dex"] }] }, false],
    [{ matchExpressions: [{ key: "zone", operator: "Exists" }] }, false],
    [{ matchExpressions: [{ key: "zone", operator: "DoesNotExist" }] }, true],
  ])("judges %j", (selector, selected) => {
    expect(selects(selector, labels)).toBe(selected);
  });
});
