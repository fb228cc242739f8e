import { createRequire } from "node:module";
import {
  App,
  DefaultTokenResolver,
  dependable,
  Lazy,
  ref,
  type ResolveOptions,
  StringConcat,
  TerraformStack,
  Token,
  Tokenization,
} from "cdktf";
import fc from "fast-check";
import { expect, test } from "vitest";
import "../../src/output/quick-resolve";

/** CDKTF's function behind `Tokenization.resolve`, which the module under test replaces. */
const { resolve } = createRequire(__filename)("cdktf/lib/tokens/private/resolve") as {
  resolve: (value: unknown, options: ResolveOptions) => unknown;
};

const scope = new TerraformStack(new App(), "stack");
const options: ResolveOptions = {
  scope,
  preparing: false,
  resolver: new DefaultTokenResolver(new StringConcat()),
};

/** Result or, if the value is refused, the reason. */
function outcome(resolveValue: typeof resolve, value: unknown): unknown {
  try {
    return resolveValue(value, options);
  } catch (error) {
    return String(error);
  }
}

const reference = { resolve: () => "${aws_vpc.main.id}", creationStack: [] };

/** Everything that stands for a token, in each of the forms that CDKTF gives one. */
const tokens = {
  text: Token.asString(reference),
  "reference to an attribute": Token.asString(ref("aws_vpc.main.arn", scope)),
  "reference within an expression": Token.asString(ref("join(aws_vpc.main.arn)", scope)),
  "address that another waits for": dependable({ fqn: "aws_vpc.main" }),
  "text of a lazy value": Lazy.stringValue({ produce: () => "later" }),
  list: Token.asList(reference),
  number: Token.asNumber(reference),
  "list of numbers": Token.asNumberList(reference),
  map: Token.asStringMap(reference),
  "map of numbers": Token.asNumberMap(reference),
  "map of anything": Token.asAnyMap(reference),
  "object of a token": Token.asAny(reference),
  "object that is none, of a class": new (class {
    readonly name = "name";
  })(),
};

test.each(Object.keys(tokens) as (keyof typeof tokens)[])("a %s resolves wherever it stands", (form) => {
  const token = tokens[form];
  const places = [
    token,
    [token],
    { key: token },
    [["a", { key: [token, "b"] }]],
    `before ${String(token)} after`,
    JSON.stringify({ key: String(token), more: { key: "b" } }),
    `\${before(${String(token)})} after`,
  ];

  expect(places.map((value) => outcome(Tokenization.resolve, value))).toEqual(
    places.map((value) => outcome(resolve, value)),
  );
});

test("a token resolves in a key", () => {
  expect(Tokenization.resolve({ [tokens.text]: 1 }, options)).toEqual({ "${aws_vpc.main.id}": 1 });
});

test("random data resolves as CDKTF resolves it", () => {
  const pieces = fc.oneof(
    fc.string(),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(...Object.values(tokens), null, undefined),
    fc.constantFrom("${", "#{TfToken[", "3e4", "1.5e+300", -123456789, "String Map Token Value", "$${not}"),
    fc
      .array(
        fc.oneof(fc.constantFrom(...Object.values(tokens).map(String), "${", "}", "$", "a"), fc.string()),
      )
      .map((parts) => parts.join("")),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      pieces,
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom("a", tokens.text)), tie("value"), { maxKeys: 4 }),
    ),
  }));

  fc.assert(
    fc.property(value, (data) => {
      expect(outcome(Tokenization.resolve, data)).toEqual(outcome(resolve, data));
    }),
    { numRuns: 300 },
  );
});

test("data that contains itself is refused", () => {
  const endless: Record<string, unknown> = {};
  endless.self = endless;

  expect(() => Tokenization.resolve(endless, options)).toThrow(/circular/i);
});

test("what is no data is refused, with its path", () => {
  const values = { list: ["a", { function: () => "b" }] };

  expect(() => Tokenization.resolve(values, options)).toThrow("at '/list/1/function'");
});

test("what is resolved is a copy, which later changes to the value do not reach", () => {
  const value = { list: ["a"] };
  const copy = Tokenization.resolve(value, options) as typeof value;
  value.list.push("b");

  expect(copy).toEqual({ list: ["a"] });
});
