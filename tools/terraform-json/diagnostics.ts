import { asMap, type JsonMap, textOf, valueAt } from "./json-map";
import { COPY } from "./copy-stack";
import { keysAtLine } from "./keys-at-line";

/** A message of Terraform about one thing, from its JSON output. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail?: string;

  /** Address of the resource that it is about. */
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
}

/** Errors in the output of `terraform plan -json` and `apply -json`, one per line. */
export const errorsAmong = (messages: string): Diagnostic[] =>
  messages
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .flatMap((line) => (JSON.parse(line) as { readonly diagnostic?: Diagnostic }).diagnostic ?? [])
    .filter(({ severity }) => severity === "error");

/** A diagnostic in one line, with its construct and the place in its block. */
export function sentenceOf(
  { severity, summary, detail, address, range }: Diagnostic,
  json: JsonMap,
  text: string,
): string {
  const place = range === undefined ? "" : placeOf(range, json, text);
  // Terraform finds an error of a provider no nearer in JSON than at the type of the resource.
  const found = address?.startsWith(place) ? addressed(address, json) : place;
  const where = found === "" ? "" : `${found}: `;
  const said = [severity === "warning" ? `warning: ${summary}` : summary, detail ?? ""].filter(
    (part) => part !== "",
  );
  return `${where}${said.join("; ").replace(/\s+/g, " ")}`;
}

function placeOf({ filename, start }: NonNullable<Diagnostic["range"]>, json: JsonMap, text: string): string {
  if (filename !== COPY) {
    return `${moduleAt(filename, json) ?? ""} ${filename}:${start.line}`.trim();
  }
  const keys = keysAtLine(text, start.line);
  const depth = keys[0] === "resource" || keys[0] === "data" || keys[0] === "ephemeral" ? 3 : 2;
  const block = keys.slice(0, depth);
  const address = block.slice(block[0] === "resource" ? 1 : 0).join(".");
  const attribute = keys.slice(depth).join(".");

  const path = pathOf(block.reduce<JsonMap>(within, json));
  return [path, attribute ? `${address}.${attribute}` : address]
    .filter((part) => part !== undefined)
    .join(" ");
}

/** Address after the construct of its resource. */
function addressed(address: string, { resource }: JsonMap): string {
  const [type = "", id = ""] = address.split(".");
  const path = pathOf(within(within(asMap(resource), type), id));
  return path === undefined ? address : `${path} ${address}`;
}

/** Construct whose module the file belongs to. */
function moduleAt(filename: string, { module }: JsonMap): string | undefined {
  const modules = Object.values(asMap(module)).map(asMap);
  const own = modules.find(({ source }) => filename.startsWith(`${textOf(source).replace(/^\.\//, "")}/`));
  return own && pathOf(own);
}

/** Construct's path, which synth notes in each block. */
const pathOf = (block: JsonMap): string | undefined => {
  const { path } = within(within(block, "//"), "metadata");
  return typeof path === "string" ? path : undefined;
};

const within = (map: JsonMap, key: string): JsonMap => asMap(valueAt(map, key));
