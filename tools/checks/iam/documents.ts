import type { Json } from "../../../src/output/leaves";
import { asList, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";

/**
 * Place of a document: a role's trust, an identity's permissions, the boundary of an identity's permissions, or a
 * resource that says itself who may use it.
 */
export type DocumentKind = "trust" | "identity" | "boundary" | "resource";

export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

export interface Statement {
  readonly effect: string;

  /** Principals by kind: `Service`, `Federated`, `AWS`. */
  readonly principals: readonly { readonly kind: string; readonly name: string }[];
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: readonly Condition[];

  /** Elements that negate: `NotAction` and its like. */
  readonly negations: readonly string[];
}

/** An IAM document somewhere in synthesised Terraform. */
export interface IamDocument {
  /** Stack, then address and argument. */
  readonly place: string;
  readonly kind: DocumentKind;

  /** Text as AWS gets it. */
  readonly text: string;
  readonly statements: readonly Statement[];
}

/** Mark of every document, in any notation. */
const MARK = "2012-10-17";

/** Every IAM document in Terraform's JSON. `filledIn` puts values in the place of references. */
export function* documentsIn(
  { id, json }: { readonly id: string; readonly json: JsonMap },
  filledIn: (text: string) => string,
): Generator<IamDocument> {
  for (const section of ["resource", "module"]) {
    for (const { path, text } of markedTexts(json[section] ?? null, [])) {
      const filled = filledIn(text);
      const place = `${id}: ${(section === "module" ? ["module", ...path] : path).join(".")}`;
      yield { place, kind: kindOf(path), text: filled, statements: statementsOf(filled) };
    }
  }
}

function* markedTexts(
  value: Json,
  path: readonly string[],
): Generator<{ readonly path: readonly string[]; readonly text: string }> {
  if (typeof value === "string") {
    if (value.includes(MARK)) {
      yield { path, text: value };
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      yield* markedTexts(child, [...path, key]);
    }
  }
}

function kindOf([type = "", name = "", argument]: readonly string[]): DocumentKind {
  if (type === "aws_iam_policy" && /(^|_)boundary$/.test(name)) {
    return "boundary";
  }
  if (argument === "assume_role_policy") {
    return "trust";
  }
  return /^aws_iam_(role_|user_|group_)?policy$/.test(type) ? "identity" : "resource";
}

/** Statements of a document, in any of its spellings; none if it is no JSON. */
export function statementsOf(text: string): Statement[] {
  const document = parsed(text);
  return asList(isMap(document) ? document.Statement : undefined)
    .filter(isMap)
    .map((statement) => ({
      effect: textOf(statement.Effect),
      principals: principalsOf(statement.Principal),
      actions: asList(statement.Action).map(textOf),
      resources: asList(statement.Resource).map(textOf),
      conditions: conditionsOf(statement.Condition),
      negations: Object.keys(statement).filter((element) => element.startsWith("Not")),
    }));
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

const principalsOf = (principal: Json | undefined): Statement["principals"] =>
  isMap(principal)
    ? Object.entries(principal).flatMap(([kind, names]) =>
        asList(names).map((name) => ({ kind, name: textOf(name) })),
      )
    : asList(principal).map((name) => ({ kind: "AWS", name: textOf(name) }));

const conditionsOf = (condition: Json | undefined): Condition[] =>
  Object.entries(isMap(condition) ? condition : {}).flatMap(([operator, keys]) =>
    Object.entries(isMap(keys) ? keys : {}).map(([key, values]) => ({
      operator,
      key,
      values: asList(values).map(textOf),
    })),
  );
