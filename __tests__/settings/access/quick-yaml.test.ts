import fc from "fast-check";
import { expect, it, test } from "vitest";
import { quickYaml } from "../../../src/settings/access/quick-yaml";
import { parseCarefully, parseYaml } from "../../../src/settings/access/yaml-source";
import { sampleTenants } from "../../../tools/samples/tenants";

const PLAIN = `# A comment.
product: maps
owner: { team: maps, channel: "#maps", pods: [1, 2.5, -3] }
digest: 30 9 * * 1-5
environments:
  live:
    access:
      - team: maps
        role: admin
      - { team: tides, role: view }
    empty:
    truth: true
`;

it("reads a plain file as the careful parser does", () => {
  expect(quickYaml(PLAIN)).toEqual(parseCarefully(PLAIN).value);
  expect(quickYaml(PLAIN)).toMatchObject({ environments: { live: { empty: null, truth: true } } });
});

it("reads nearly all of thousands of tenants' files", () => {
  const { files } = sampleTenants(300, {
    live: { cluster: "live", zone: "eks.live.river-authority.example" },
    others: [{ cluster: "dev", zone: "eks.dev.river-authority.example" }],
    gitHub: "example",
  });

  expect(files.filter(({ text }) => quickYaml(text) === undefined)).toEqual([]);
});

test.each([
  ["an anchor", "a: &b c"],
  ["an alias", "a: b\nc: *a"],
  ["a tag", "a: !!str 1"],
  ["a merge", "<<: { a: 1 }"],
  ["a key twice", "a: 1\na: 2"],
  ["a key twice between braces", "a: { b: 1, b: 2 }"],
  ["a document of two", "a: 1\n---\nb: 2"],
  ["a directive", "%YAML 1.2\n---\na: 1"],
  ["a text of many lines", "a: |\n  b\n"],
  ["a text that goes on", "a: b\n  c"],
  ["a list as a key", "a: { [b]: c }"],
  ["a key of nothing", "- :"],
  ["a key in quotes", '"a": b'],
  ["a key that is no text", "null: a"],
  ["a key that is no text between braces", "a: { true: b }"],
  ["a number with a zero first", "a: 010"],
  ["a number of another base", "a: 0x10"],
  ["a number with an underscore", "a: 1_000"],
  ["a number with an exponent", "a: 1e3"],
  ["a time", "a: 12:30:00"],
  ["infinity", "a: .inf"],
  ["a tab", "a:\tb"],
  ["a carriage return", "a: b\r\nc: d"],
  ["a byte order mark", "\ufeffa: b"],
  ["a prototype", "a: { __proto__: b }"],
  ["a conflict", "<<<<<<< HEAD\na: b"],
  ["an open bracket", "a: [b"],
  ["nothing", ""],
  ["a comment alone", "# a"],
  ["a text alone", "- "],
  ["more levels than a person writes", `a: ${"[".repeat(30)}${"]".repeat(30)}`],
])("leaves %s to the careful parser", (_, text) => {
  expect(quickYaml(text)).toBeUndefined();
});

const PIECES = [
  ..."abc01-:#,[]{}\"'&*|>%@`?!~.+_ \n\n\n",
  "  ",
  "    ",
  "- ",
  ": ",
  "a: ",
  "b:\n",
  "{ a: 1, b: c }",
  "[a, 1]",
  '"a b"',
  "'it''s'",
  " # a",
  " * ",
  "30 9 * * 1-5",
  "null",
  "~",
  "Yes",
  "off",
  "2027-03-31",
  "1.50",
  "-0",
  "12345678901234567890",
  "ö",
];

test("whatever it reads, the careful parser reads alike and finds no fault with", () => {
  const line = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join(""));
  const keyed = fc
    .tuple(fc.constantFrom("", "  ", "    ", "- ", "  - "), fc.constantFrom("a", "b", "c"), line)
    .map(([before, key, rest]) => `${before}${key}: ${rest}`);

  fc.assert(
    fc.property(fc.array(fc.oneof(line, keyed), { minLength: 1, maxLength: 6 }), (lines) => {
      const text = lines.join("\n");
      const value = quickYaml(text);
      if (value !== undefined) {
        expect(parseCarefully(text)).toMatchObject({ value, problems: [] });
        expect(parseCarefully(text).value).toEqual(value);
      }
    }),
    { numRuns: 3_000 },
  );
});

it("knows the lines of what it read", () => {
  expect(parseYaml(PLAIN).lineOf(["environments", "live", "access", 1, "role"])).toBe(10);
});
