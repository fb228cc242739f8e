import ts from "typescript";
import type { AddonName } from "../../../src/settings/addons";

/** A setting of an add-on that an environment may change. */
export interface Setting {
  /** Name with its path: `stores.parameterStore`, `secrets[].path`. */
  readonly name: string;

  /** Type as TypeScript writes it. */
  readonly type: string;
  readonly text: string;

  /** Default value, or empty if the setting is required. */
  readonly byDefault: string;
}

const FILE = "src/settings/addons/index.ts";

/** Reads the settings of each add-on, with their comments, from the types of `AddonsConfig`. */
export function readSettings(): (service: AddonName) => Setting[] {
  const program = ts.createProgram([FILE], {
    strict: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    // Without browsers' types, which take longest to read.
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

/** Settings of a section, and those in its maps and lists. */
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

/** Types of a union that have properties: all but plain values such as `false`. */
const partsOf = (type: ts.Type): ts.Type[] =>
  (type.isUnion() ? type.types : [type]).filter(({ flags }) => (flags & ts.TypeFlags.Object) !== 0);

const elementOf = (type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined =>
  checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;

/** Type as the checker writes it; a template of texts by the name that the source gives it. */
function typeText(type: ts.Type, property: ts.Symbol, checker: ts.TypeChecker): string {
  const text = checker.typeToString(type).replace(/^readonly /, "");
  const { valueDeclaration: declaration } = property;

  return text.includes("`") && declaration && ts.isPropertySignature(declaration) && declaration.type
    ? declaration.type.getText()
    : text;
}

/** Comment on a property, or else on its type. */
function said(property: ts.Symbol, type: ts.Type, checker: ts.TypeChecker): Omit<Setting, "name" | "type"> {
  const [byDefault] = property.getJsDocTags(checker).filter(({ name }) => name === "default");

  return {
    text: commentOf(property, checker) || commentOf(type.getSymbol(), checker),
    byDefault: ts.displayPartsToString(byDefault?.text).replace(/^- /, ""),
  };
}

const commentOf = (symbol: ts.Symbol | undefined, checker: ts.TypeChecker): string =>
  ts.displayPartsToString(symbol?.getDocumentationComment(checker));
