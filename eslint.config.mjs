import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const PROVIDER_INDEX = {
  regex: "^@cdktf/provider-[^/]+(/lib(/index)?)?$",
  message: "Import one resource (@cdktf/provider-aws/lib/iam-role): the index loads thousands of files.",
};

const GENERATED = {
  regex: "(^|/)\\.gen(/|$)",
  message: "Bindings of modules/ are wrapped in src/constructs; import the construct.",
};

const restrictImports = (...patterns) => ({ "no-restricted-imports": ["error", { patterns }] });

const NO_ESCAPE_HATCHES = {
  "no-restricted-syntax": [
    "error",
    {
      selector:
        "CallExpression[callee.property.name=/^(addOverride|overrideLogicalId|resetOverrideLogicalId)$/]",
      message: "Escape hatches live in src/constructs, each with a test.",
    },
    {
      selector:
        "CallExpression[callee.property.name=/^(addMoveTarget|moveTo|moveToId|moveFromId|importFrom)$/]",
      message: "CDKTF runs terraform at synth for this; write the block in src/constructs.",
    },
    {
      selector: ":matches(Literal:not([regex])[value=/[$%]\\{/], TemplateElement[value.cooked=/[$%]\\{/])",
      message: "Hand-written Terraform expressions live in src/constructs, each with a test.",
    },
    {
      selector: "MemberExpression[object.name='Fn'][property.name=/^(jsonencode|yamlencode|rawString)$/]",
      message: "CDKTF does not escape what is inside; use JSON.stringify, which keeps references in place.",
    },
  ],
};

export default defineConfig(
  { ignores: [".cache", ".gen", "cdktf.out", "node_modules"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommended],
    linterOptions: { noInlineConfig: true },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      ...restrictImports(PROVIDER_INDEX),
    },
  },
  {
    files: ["main.ts", "src/**/*.ts", "tools/**/*.ts"],
    ignores: ["tools/__tests__/**"],
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  {
    files: ["main.ts", "src/**/*.ts", "tools/**/*.ts"],
    // The verification looks for hand-written expressions, so it has to name them.
    ignores: ["src/constructs/**", "src/output/**", "tools/__tests__/**"],
    rules: NO_ESCAPE_HATCHES,
  },
  {
    // Tools read JSON, whose values have no type but are put into sentences.
    files: ["tools/**/*.ts"],
    rules: { "@typescript-eslint/no-base-to-string": "off" },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/constructs/**"],
    rules: restrictImports(PROVIDER_INDEX, GENERATED),
  },
  {
    // Pure data, read by src/settings as well.
    files: ["src/addons/*/{chart,copies,needed-copies,owned-secrets,rules,settings}.ts"],
    rules: restrictImports(PROVIDER_INDEX, GENERATED, {
      regex: "^(cdktf|constructs)$|/constructs/",
      message: "Settings are pure data: they know no construct.",
    }),
  },
  {
    // Synthesised JSON has no type of its own, and tests look into all of it.
    files: ["__tests__/support/*.ts"],
    rules: { "@typescript-eslint/no-explicit-any": "off" },
  },
);
