import { describe, expect, it } from "vitest";
import { charts } from "../../verify/charts";
import { machineWith } from "../../../__tests__/support/fake-programs";

describe("the verification of charts", () => {
  it("says that Helm is missing where it can be neither found nor built", async () => {
    machineWith({});

    expect(await charts(() => undefined, new AbortController().signal)).toEqual({
      tool: "helm template",
      version: "",
      checked: "",
      findings: [],
      missing: "neither helm nor Go, which builds it, was found",
    });
  });
});
