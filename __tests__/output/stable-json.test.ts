import { createRequire } from "node:module";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compactJson, stableJson } from "../../src/output/stable-json";
import type { Json } from "../../src/output/leaves";

/** Package with which CDKTF's own synthesiser writes a stack. */
const ofCdktf = createRequire(createRequire(__filename).resolve("cdktf"))("json-stable-stringify") as (
  value: unknown,
  options: { readonly space: number },
) => string;

test("any JSON is written as CDKTF writes it, to the byte", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(stableJson(value as Json)).toBe(ofCdktf(value, { space: 2 }));
    }),
  );
});

test("keys are in the order of their characters, numbers among them", () => {
  expect(stableJson({ b: 1, "10": 2, a: [], "9": {} })).toBe(
    '{\n  "10": 2,\n  "9": {\n  },\n  "a": [\n  ],\n  "b": 1\n}',
  );
});

test("compact JSON has its keys in the same order, and no space between", () => {
  expect(compactJson({ b: [1, "c d"], "10": {} })).toBe('{"10":{},"b":[1,"c d"]}');
});

test("compact JSON says the same, on one line", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const compact = compactJson(value as Json);

      expect(JSON.parse(compact)).toEqual(JSON.parse(stableJson(value as Json)));
      expect(compact).not.toContain("\n");
    }),
  );
});
