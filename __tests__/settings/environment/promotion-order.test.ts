import { describe, expect, it } from "vitest";
import { organisation } from "../../support/organisation";
import { promotionPlace } from "../../../src/settings/environment/promotion-order";

const { promotion } = organisation;

describe("the order in which images are promoted", () => {
  const places = promotion.map((name) => promotionPlace(name, promotion));

  it("is that of the environments, from integration to production", () => {
    expect(places.map(({ next }) => next)).toEqual([...promotion.slice(1), false]);
    expect(places.map(({ previous }) => previous)).toEqual([false, ...promotion.slice(0, -1)]);
    expect(promotionPlace("production", promotion).next).toBe(false);
  });

  it("begins at integration alone", () => {
    expect(promotion.filter((name) => promotionPlace(name, promotion).isFirst)).toEqual(["integration"]);
  });

  it("has no place for an environment that lives for days", () => {
    expect(promotionPlace("eph-abc123", promotion)).toEqual({ previous: false, next: false, isFirst: false });
  });
});
