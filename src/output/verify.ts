import { type Json, leavesOf } from "./leaves";
import { namesIn, readTemplate } from "./template";

/**
 * Finds in the synthesised Terraform of a stack the mistakes that CDKTF lets through: tokens that became text, text that
 * Terraform would take for a template, and references to nothing.
 */
export function mistakesIn(stack: string, json: Json): string[] {
  const findings: string[] = [];
  for (const leaf of leavesOf(json)) {
    const { value, inDependsOn } = leaf;
    const ofLeaf = inDependsOn ? dependencyFindings(value, json) : textFindings(value, json);
    findings.push(...ofLeaf.map((finding) => `${stack} ${leaf.path}: found ${finding}`));
  }
  return findings;
}

/** Patterns of leftovers of CDKTF's tokens and of JavaScript's missing values. */
const RESIDUES: readonly { readonly pattern: RegExp; readonly fix: string }[] = [
  {
    // CDKTF hides a number's reference in a double of about -1.9e+289; text around it changes the digits.
    pattern: /-?\d(?:\.\d+)?e\+\d{3,}/,
    fix: "a reference to a number was joined with text or calculated with: read it as a string (Token.asString) first",
  },
  {
    pattern: /(?:\$\{)?TfToken\S*/i,
    fix: "a reference was cut, changed or compared: hand it over whole and let Terraform work on the value",
  },
  {
    pattern: /<?unresolved-token>?/,
    fix: "a reference that is no string was put into JSON: convert it first (Token.asString)",
  },
  { pattern: /\bundefined\b/, fix: "a value was missing where text was put together: give it one" },
  { pattern: /\[object \w+\]/, fix: "an object was put into text: name the attribute that was meant" },
];

/** Most text has none of the marks of a finding. One look at it is quicker than one for each. */
const MARKS = /\$\{|%\{|e\+\d|tftoken|unresolved-token|undefined|\[object /i;

function textFindings(text: string, json: Json): string[] {
  return MARKS.test(text) ? findingsIn(text, json) : [];
}

function findingsIn(text: string, json: Json): string[] {
  const residues = RESIDUES.flatMap(({ pattern, fix }) => {
    const found = pattern.exec(text);
    return found ? [`${quote(found[0])}; ${fix}`] : [];
  });
  // A leftover of a token is no expression, so nothing more can be said about it.
  return /tftoken/i.test(text) ? residues : [...residues, ...templateFindings(text, json)];
}

const LITERALLY = "where the text is meant as it stands";

function templateFindings(text: string, json: Json): string[] {
  const { expressions, unclosed, directive } = readTemplate(text);
  return [
    ...expressions.flatMap((expression) =>
      namesIn(expression)
        .filter((name) => !isKnown(name, json))
        .map(
          (name) =>
            `${quote(name)} in ${quote(`\${${expression}}`)}, which this stack does not have; correct the name, or write $\${ ${LITERALLY}`,
        ),
    ),
    ...(unclosed ? [`${quote(unclosed)}, which nothing closes; add the }, or write $\${ ${LITERALLY}`] : []),
    ...(directive ? [`the template directive ${quote(directive)}; write %%{ ${LITERALLY}`] : []),
  ];
}

function dependencyFindings(address: string, json: Json): string[] {
  return isKnown(address, json)
    ? []
    : [
        `a dependency on ${quote(address)}, which this stack does not have; depend on something in the same stack`,
      ];
}

/** Names that Terraform itself defines, each with an attribute. */
const BUILT_IN = new Set(["each", "count", "path", "self", "terraform"]);

const SECTIONS: Readonly<Record<string, string>> = { var: "variable", local: "locals", module: "module" };

function isKnown(name: string, json: Json): boolean {
  const [first = "", second, third] = name.split(".");
  if (second === undefined) {
    return false;
  }
  if (BUILT_IN.has(first)) {
    return true;
  }
  const section = SECTIONS[first];
  if (section) {
    return has(json, [section, second]);
  }
  return first === "data" || first === "ephemeral"
    ? third !== undefined && has(json, [first, second, third])
    : has(json, ["resource", first, second]);
}

const has = (json: Json, [key, ...rest]: readonly string[]): boolean =>
  key === undefined ||
  (typeof json === "object" &&
    json !== null &&
    Object.hasOwn(json, key) &&
    has((json as Record<string, Json>)[key]!, rest));

const quote = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
