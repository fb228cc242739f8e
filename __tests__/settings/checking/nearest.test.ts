import { describe, expect, it } from "vitest";
import { nearest } from "../../../src/settings/checking/nearest";

describe("nearest", () => {
  it.each([
    ["clustr", "cluster"],
    ["Network", "network"],
    ["ntework", "network"],
  ])("takes %s for %s", (word, meant) => {
    expect(nearest(word, ["dns", "cluster", "network"])).toBe(meant);
  });

  it("takes the closer of two", () => {
    expect(nearest("eu-west-3", ["eu-west-1", "eu-west-3"])).toBe("eu-west-3");
  });

  it.each(["", "x", "firewall"])('takes "%s" for nothing', (word) => {
    expect(nearest(word, ["dns", "cluster", "network"])).toBeUndefined();
  });

  it("takes what nobody types for nothing, and not long", () => {
    expect(nearest("x".repeat(100_000), ["y".repeat(100_000)])).toBeUndefined();
  });
});
