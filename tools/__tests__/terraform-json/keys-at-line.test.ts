import { expect, it } from "vitest";
import { keysAtLine } from "../../terraform-json/keys-at-line";

const TEXT = JSON.stringify(
  { resource: { aws_vpc: { main: { tags: [{ 'a "b"': "x" }], cidr: "10.0.0.0/16" } } }, output: { id: {} } },
  null,
  2,
);

it.each([
  ["{", []],
  ['"aws_vpc"', ["resource", "aws_vpc"]],
  ['"main"', ["resource", "aws_vpc", "main"]],
  ['a \\"b', ["resource", "aws_vpc", "main", "tags", 'a "b"']],
  ['"cidr"', ["resource", "aws_vpc", "main", "cidr"]],
  ['"id"', ["output", "id"]],
])("knows the keys that lead to %s", (text, keys) => {
  const line = TEXT.split("\n").findIndex((current) => current.includes(text)) + 1;

  expect(keysAtLine(TEXT, line)).toEqual(keys);
});
