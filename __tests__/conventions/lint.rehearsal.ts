import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, test } from "vitest";

/** The project's rules, less those that need the types of files that exist. */
const eslint = new ESLint({
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
});

/** The rules that a file of this name with this content breaks. */
async function broken(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  return result!.messages
    .map(({ ruleId, message }) => ruleId ?? message)
    .filter((rule) => rule !== "@typescript-eslint/no-unused-vars");
}

describe("imports", () => {
  test.each([
    ["src/addons/a.ts", "../../.gen/modules/secure-bucket"],
    ["src/addons/a.ts", "@cdktf/provider-aws"],
    ["src/addons/a.ts", "@cdktf/provider-aws/lib"],
    ["__tests__/a.test.ts", "@cdktf/provider-aws"],
    ["main.ts", "@cdktf/provider-aws"],
  ])("%s may not import %s", async (file, path) => {
    expect(await broken(file, `export * from "${path}";\n`)).toEqual(["no-restricted-imports"]);
  });

  test.each([
    ["src/constructs/a.ts", "./cluster"],
    ["src/constructs/a.ts", "../../.gen/modules/secure-bucket"],
    ["src/addons/a.ts", "@cdktf/provider-aws/lib/iam-role"],
    ["main.ts", "./src/output/platform-app"],
  ])("%s may import %s", async (file, path) => {
    expect(await broken(file, `export * from "${path}";\n`)).toEqual([]);
  });
});

describe("escape hatches", () => {
  const HATCHES = [
    'resource.addOverride("a", 1);',
    'resource.overrideLogicalId("a");',
    'resource.moveTo("a");',
    'export const arn = "${aws_vpc.main.arn}";',
    "export const arn = `\\${aws_vpc.main.arn}`;",
    'export const text = "%{ if x }";',
    'export const text = Fn.jsonencode({ a: "b" });',
  ];

  test.each(HATCHES)("are refused outside src/constructs: %s", async (code) => {
    expect(await broken("src/addons/a.ts", code)).toEqual(["no-restricted-syntax"]);
    expect(await broken("main.ts", code)).toEqual(["no-restricted-syntax"]);
  });

  test.each(HATCHES)("are let into src/constructs: %s", async (code) => {
    expect(await broken("src/constructs/a.ts", code)).toEqual([]);
  });

  test("do not include what TypeScript puts together itself", async () => {
    expect(await broken("src/addons/a.ts", "export const arn = `arn:${id}`;")).toEqual([]);
  });

  test("do not include what looks for expressions", async () => {
    expect(await broken("src/settings/a.ts", "export const template = /[$%]{/;")).toEqual([]);
  });
});

test("refuses any, but for the tests' view of synthesised JSON", async () => {
  const code = "export type Block = Record<string, any>;";

  expect(await broken("src/addons/a.ts", code)).toEqual(["@typescript-eslint/no-explicit-any"]);
  expect(await broken("__tests__/addons/a.test.ts", code)).toEqual(["@typescript-eslint/no-explicit-any"]);
  expect(await broken("__tests__/support/terraform.ts", code)).toEqual([]);
});

test("refuses to silence the type checker", async () => {
  expect(await broken("src/addons/a.ts", "// @ts-ignore\nexport const a = 1;")).toEqual([
    "@typescript-eslint/ban-ts-comment",
  ]);
});

test("refuses to be silenced itself", async () => {
  const code = "// eslint-disable-next-line\nexport type Block = any;";

  expect(await broken("src/addons/a.ts", code)).toEqual([
    expect.stringContaining("has no effect because you have 'noInlineConfig'"),
    "@typescript-eslint/no-explicit-any",
  ]);
});
