import { describe, expect, it } from "vitest";
import { promotionPlace } from "../../src/config/promotion-order";

describe("the order in which images are promoted", () => {
  it.each([
    ["integration", { previous: false, next: "staging", isFirst: true }],
    ["staging", { previous: "integration", next: "production", isFirst: false }],
    ["production", { previous: "staging", next: false, isFirst: false }],
    ["eph-abc123", { previous: false, next: false, isFirst: false }],
  ])("has a place for %s", (environment, place) => {
    expect(promotionPlace(environment)).toEqual(place);
  });
});
