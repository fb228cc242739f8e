import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bounded } from "../../src/names/bounded";

const kebabCase = fc.stringMatching(/^[a-z][a-z0-9]{0,20}(?:-[a-z0-9]{1,20}){0,5}$/);
const limit = fc.integer({ min: 10, max: 64 });

describe("a name with a limit", () => {
  it("stays as it is where it fits", () => {
    expect(bounded("tempo-govuk", 11)).toBe("tempo-govuk");
  });

  it("ends in the same hash at every synth where it does not fit", () => {
    expect(bounded("tempo-govuk", 10)).toBe("t-875a4fe6");
  });

  it("has no two hyphens in a row where its end gives way", () => {
    expect(bounded("tempo-is-long-enough", 15)).toBe("tempo-7664e997");
  });

  it("never has more characters than it may, and stays kebab-case", () => {
    fc.assert(
      fc.property(kebabCase, limit, (name, characters) => {
        const short = bounded(name, characters);

        expect(short.length).toBeLessThanOrEqual(characters);
        expect(short).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      }),
    );
  });

  it("differs from that of another name with the same beginning", () => {
    expect(bounded("control-plane-logs-sender", 20)).not.toBe(bounded("control-plane-logs-subscriber", 20));
  });
});
