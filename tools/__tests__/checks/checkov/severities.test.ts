import { describe, expect, it } from "vitest";
import { countBySeverity, severityOf } from "../../../checks/checkov/severities";

describe("countBySeverity", () => {
  it("counts the gravest first, and those that nobody has rated last", () => {
    expect(countBySeverity(["CKV_AWS_39", "CKV_NEW_1", "CKV_AWS_339", "CKV_AWS_38"])).toBe(
      "1 HIGH, 2 LOW, 1 unrated",
    );
    expect(countBySeverity([])).toBe("none");
  });

  it("rates each check once", () => {
    expect(severityOf("CKV_AWS_62")).toBe("CRITICAL");
    expect(severityOf("CKV_NEW_1")).toBeUndefined();
  });
});
