import { expect, it } from "vitest";
import { tenantsArgumentsOf } from "../../../operate/synth/arguments";

const asked = (only: string[], changed?: string) =>
  tenantsArgumentsOf({
    args: [],
    options: { only, changed, platform: "examples/river-authority", out: "out" },
  });

it("asks for all tenants, or for those that changed", () => {
  const platform = "examples/river-authority";
  expect(asked(["tenants"])).toEqual({ platform, out: "out", changed: undefined });
  expect(asked(["tenants"], "main")).toEqual({ platform, out: "out", changed: "main" });
});

it("leaves other stacks to the synth of a whole platform", () => {
  expect(asked([])).toBeUndefined();
  expect(asked(["vpc-live"])).toBeUndefined();
});

it("refuses tenants together with other stacks", () => {
  expect(() => asked(["tenants", "vpc-live"])).toThrow(
    "--only: expected --only tenants alone, got --only tenants --only vpc-live; synthesise other stacks in a run of their own",
  );
});

it("refuses changes of other stacks", () => {
  expect(() => asked([], "main")).toThrow(
    "--changed: expected --only tenants alone, got no --only; synthesise other stacks in a run of their own",
  );
});
