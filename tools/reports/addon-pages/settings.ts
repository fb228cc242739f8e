import ts from "typescript";
import type { AddonName } from "../../../src/settings/addons";

/** Something that an environment can set for an add-on. */
export interface Setting {
  /** With the way to it: `stores.parameterStore`, `secrets[].path`. */
  readonly name: string;

  /** As TypeScript writes it. */
  readonly type: string;
  readonly text: string;

  /** What it is where it may be left out, or nothing. */
  readonly byDefault: string;
}

const FILE = "src/settings/addons/index.ts";

/** Reads what can be set for each add-on, and what is said about it, from the types of `AddonsConfig`. */
export function readSettings(): (service: AddonName) => Setting[] {
  const program = ts.createProgram([FILE], {
    strict: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    // Not what browsers have, which takes longest to read.
    lib: ["lib.es2022.d.ts"],
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    resolveJsonModule: true,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const config = program.getSourceFile(FILE)?.statements.find(isAddonsConfig);
  if (!config) {
    throw new Error(`${FILE}: expected the type AddonsConfig, got none; add-on pages read it`);
  }

  return (service) => {
    const section = checker.getTypeAtLocation(config).getProperty(service);
    return section === undefined ? [] : settingsIn(checker.getTypeOfSymbol(section), "", checker);
  };
}

const isAddonsConfig = (statement: ts.Statement): boolean =>
  ts.isTypeAliasDeclaration(statement) && statement.name.text === "AddonsConfig";

/** What a section holds, and what the maps and lists in it hold. */
function settingsIn(type: ts.Type, path: string, checker: ts.TypeChecker): Setting[] {
  return partsOf(type).flatMap((part) =>
    part.getProperties().flatMap((property) => {
      const type = checker.getNonNullableType(checker.getTypeOfSymbol(property));
      const element = elementOf(type, checker);
      const name = `${path}${property.name}`;

      return [
        { name, type: typeText(type, property, checker), ...said(property, element ?? type, checker) },
        ...settingsIn(element ?? type, element ? `${name}[].` : `${name}.`, checker),
      ];
    }),
  );
}

/** The types of a union that have properties: all but plain values such as `false`. */
const partsOf = (type: ts.Type): ts.Type[] =>
  (type.isUnion() ? type.types : [type]).filter(({ flags }) => (flags & ts.TypeFlags.Object) !== 0);

const elementOf = (type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined =>
  checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;

/** As the checker writes it; a pattern of texts by the name that the source gives it. */
function typeText(type: ts.Type, property: ts.Symbol, checker: ts.TypeChecker): string {
  const text = checker.typeToString(type).replace(/^readonly /, "");
  const { valueDeclaration: declaration } = property;

  return text.includes("`") && declaration && ts.isPropertySignature(declaration) && declaration.type
    ? declaration.type.getText()
    : text;
}

/** What is said about a property, or otherwise about its type. */
function said(property: ts.Symbol, type: ts.Type, checker: ts.TypeChecker): Omit<Setting, "name" | "type"> {
  const [byDefault] = property.getJsDocTags(checker).filter(({ name }) => name === "default");

  return {
    text: commentOf(property, checker) || commentOf(type.getSymbol(), checker),
    byDefault: ts.displayPartsToString(byDefault?.text).replace(/^- /, ""),
  };
}

const commentOf = (symbol: ts.Symbol | undefined, checker: ts.TypeChecker): string =>
  ts.displayPartsToString(symbol?.getDocumentationComment(checker));
