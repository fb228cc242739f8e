import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { leavePlans } from "../../../checks/emulate/plan-folder";

let folder: string;
let place: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plan-folder-"));
  place = join(folder, "left", "plans");
  leavePlans(planned("gone-staging", "vpc-staging"), true, place);
});

afterEach(() => rmSync(folder, { recursive: true }));

function planned(...stacks: readonly string[]): string {
  const plans = join(folder, "planned");
  rmSync(plans, { recursive: true, force: true });
  mkdirSync(plans);
  stacks.forEach((stack) => writeFileSync(join(plans, `${stack}.json`), "{}"));
  return plans;
}

describe("plans", () => {
  it("are left, and none of an earlier run beside them", () => {
    leavePlans(planned("vpc-staging"), true, place);

    expect(readdirSync(place)).toEqual(["vpc-staging.json"]);
    expect(readdirSync(join(folder, "left"))).toEqual(["plans"]);
  });

  it("are not left where something is wrong, not even an earlier run's", () => {
    leavePlans(planned("vpc-staging"), false, place);

    expect(existsSync(place)).toBe(false);
  });
});
