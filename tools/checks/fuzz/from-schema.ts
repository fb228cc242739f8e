import fc from "fast-check";
import type { z } from "zod";

/** Definition of a schema, for the kinds that describe configuration. */
type Definition =
  | { type: "object"; shape: Record<string, z.core.$ZodType> }
  | { type: "record"; keyType: z.core.$ZodType; valueType: z.core.$ZodType }
  | { type: "array"; element: z.core.$ZodType }
  | { type: "union"; options: readonly z.core.$ZodType[] }
  | { type: "optional" | "default" | "readonly"; innerType: z.core.$ZodType }
  | { type: "lazy"; getter: () => z.core.$ZodType }
  | { type: "enum"; entries: Record<string, string> }
  | { type: "literal"; values: readonly unknown[] }
  | { type: "string" | "number" | "boolean" | "null" };

/** Values for a schema of a text or a number. */
export interface Scalars {
  readonly text: fc.Arbitrary<string>;
  readonly number: fc.Arbitrary<number>;
}

const definitionOf = (schema: z.core.$ZodType): Definition => schema._zod.def as unknown as Definition;

/** Recursions of a schema that contains itself, such as that of charts' values: a text ends each. */
const DEEPEST = 2;

/**
 * Values of every form that a schema describes. A setting that is added to the schema is included at once.
 */
export function fromSchema(
  schema: z.core.$ZodType,
  scalars: Scalars,
  recursions = DEEPEST,
): fc.Arbitrary<unknown> {
  const within = (inner: z.core.$ZodType) => fromSchema(inner, scalars, recursions);
  const definition = definitionOf(schema);
  switch (definition.type) {
    case "object":
      return fromShape(definition.shape, within);
    case "record":
      return fc.dictionary(scalars.text, within(definition.valueType), { maxKeys: 3, noNullPrototype: true });
    case "array":
      return fc.array(within(definition.element), { maxLength: 3 });
    case "union":
      return fc.oneof(...definition.options.map(within));
    case "optional":
    case "default":
    case "readonly":
      return within(definition.innerType);
    case "lazy":
      return recursions === 0 ? scalars.text : fromSchema(definition.getter(), scalars, recursions - 1);
    case "enum":
      return fc.constantFrom(...Object.values(definition.entries));
    case "literal":
      return fc.constantFrom(...definition.values);
    case "string":
      return scalars.text;
    case "number":
      return scalars.number;
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
  }
}

function fromShape(
  shape: Record<string, z.core.$ZodType>,
  within: (schema: z.core.$ZodType) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const isRequired = (name: string) => {
    const { type } = definitionOf(shape[name]!);
    return type !== "optional" && type !== "default";
  };
  const model = Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, within(schema)]));
  return fc.record(model, { requiredKeys: Object.keys(shape).filter(isRequired) });
}
