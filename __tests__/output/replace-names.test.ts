import { expect, it } from "vitest";
import { replaceNames } from "../../src/output/replace-names";

/** Puts `var.gone` in the place of everything that `aws_vpc.main` says. */
const replaced = (text: string): string =>
  replaceNames(text, (name) => (name.startsWith("aws_vpc.main") ? `var.gone${name.slice(12)}` : undefined));

it.each([
  ["a name", "${aws_vpc.main.id}", "${var.gone.id}"],
  ["a name in text", "vpc/${aws_vpc.main.id}/x", "vpc/${var.gone.id}/x"],
  ["an instance", '${aws_vpc.main["a"].id}', '${var.gone["a"].id}'],
  ["an argument", "${jsondecode(aws_vpc.main.tags)[0]}", "${jsondecode(var.gone.tags)[0]}"],
  [
    "a name in a string of an expression",
    '${join("${aws_vpc.main.id}", [])}',
    '${join("${var.gone.id}", [])}',
  ],
  ["every occurrence", "${aws_vpc.main.id}-${aws_vpc.main.id}", "${var.gone.id}-${var.gone.id}"],
])("replaces %s", (_, text, expected) => {
  expect(replaced(text)).toBe(expected);
});

it.each([
  ["plain text", "aws_vpc.main.id"],
  ["text that is no expression", "$${aws_vpc.main.id}"],
  ["another block", "${aws_vpc.other.id}"],
  ["an attribute of the same name", "${module.aws_vpc.main.id}"],
])("leaves %s as it is", (_, text) => {
  expect(replaced(text)).toBe(text);
});

it("tells an expression from text that looks like it", () => {
  expect(replaced("$${aws_vpc.main.id} ${aws_vpc.main.id}")).toBe("$${aws_vpc.main.id} ${var.gone.id}");
});

it("tells a name from a longer one", () => {
  expect(replaceNames("${[a.b.c, a.b]}", (name) => (name === "a.b" ? "x" : undefined))).toBe("${[a.b.c, x]}");
});
