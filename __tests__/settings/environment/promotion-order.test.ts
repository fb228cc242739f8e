import { describe, expect, it } from "vitest";
import { ENVIRONMENT_NAMES } from "../../../src/settings/environment/environment";
import { promotionPlace } from "../../../src/settings/environment/promotion-order";

describe("the order in which images are promoted", () => {
  const places = ENVIRONMENT_NAMES.map(promotionPlace);

  it("is that of the environments, from integration to production", () => {
    expect(places.map(({ next }) => next)).toEqual([...ENVIRONMENT_NAMES.slice(1), false]);
    expect(places.map(({ previous }) => previous)).toEqual([false, ...ENVIRONMENT_NAMES.slice(0, -1)]);
    expect(promotionPlace("production").next).toBe(false);
  });

  it("begins at integration alone", () => {
    expect(ENVIRONMENT_NAMES.filter((name) => promotionPlace(name).isFirst)).toEqual(["integration"]);
  });

  it("has no place for an environment that lives for days", () => {
    expect(promotionPlace("eph-abc123")).toEqual({ previous: false, next: false, isFirst: false });
  });
});
