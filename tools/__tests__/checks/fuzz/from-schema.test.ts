import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { accessFileWith } from "../../../../src/settings/access/access-file-schema";
import { ENVIRONMENT_SETTINGS } from "../../../../src/settings/environment/schema";
import { fromSchema } from "../../../checks/fuzz/from-schema";

const scalars = { text: fc.constantFrom("a", "b"), number: fc.nat() };

const sampleOf = (schema: z.ZodType, count = 300) =>
  fc.sample(fromSchema(schema, scalars), { numRuns: count, seed: 3 });

const SCHEMAS: [string, z.ZodType][] = [
  ["an object", z.strictObject({ must: z.string(), may: z.number().optional() })],
  ["a list", z.array(z.boolean())],
  ["a map", z.record(z.string(), z.null())],
  ["a choice", z.union([z.enum(["x", "y"]), z.literal(false), z.array(z.string()).readonly().default([])])],
  ["environments", ENVIRONMENT_SETTINGS],
];

it.each(SCHEMAS)("makes what has the form of %s", (_, schema) => {
  for (const value of sampleOf(schema, 60)) {
    expect(schema.safeParse(value).error).toBeUndefined();
  }
});

it("leaves out what may be left out, and nothing else", () => {
  const keys = sampleOf(z.strictObject({ must: z.string(), may: z.number().optional() })).map((value) =>
    Object.keys(value as object).join(),
  );

  expect(new Set(keys)).toEqual(new Set(["must", "must,may"]));
});

it("takes every option of a choice", () => {
  const values = sampleOf(z.union([z.enum(["x", "y"]), z.literal(false)]));

  expect(new Set(values)).toEqual(new Set(["x", "y", false]));
});

it("makes what fits where a schema contains itself", () => {
  const tree: z.ZodType = z.lazy(() => z.union([z.string(), z.array(tree)]));
  const made = sampleOf(tree);

  expect(made.filter((value) => !tree.safeParse(value).success)).toEqual([]);
  expect(new Set(made.map((value) => (Array.isArray(value) ? "list" : typeof value)))).toEqual(
    new Set(["string", "list"]),
  );
});

it("makes access files with every level", () => {
  const schema = accessFileWith(["developer", "readonly"]);
  const levels = new Set(sampleOf(schema).flatMap((value) => Object.keys(value as object)));

  expect(levels).toEqual(new Set(["developer", "readonly"]));
});
