import { isResourceAddress } from "../../../src/settings/checking/address";
import { asList, asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { Json } from "../../../src/output/leaves";
import { CommandError } from "../../kit/command-error";

/** A resource in a state. */
export interface StateEntry {
  readonly address: string;
  readonly type: string;

  /**
   * Its attributes, without those that the state calls sensitive.
   *
   * @default - nothing is known of it but its address
   */
  readonly values?: JsonMap;
}

const SHOW = "terraform show -json";

/**
 * Resources of a state, as Terraform prints it.
 *
 * @throws CommandError if the text is no such thing
 */
export function readState(raw: string, path: string): readonly StateEntry[] {
  const text = raw.replace(/^\uFEFF/, "").replace(COLOURS, "");
  if (text.trim() === "") {
    throw refused(path, "a state", "an empty file", `run ${SHOW} > ${path} again, and read what it says`);
  }
  if (text.includes("\u0000")) {
    throw refused(path, "a file in UTF-8", "one in another encoding", "write it by cmd or a shell of Unix");
  }
  const entries = /^\s*[{[]/.test(text) ? shown(parsed(text, path), path) : listed(text, path);
  if (entries.length === 0) {
    throw refused(path, "a state with resources", "one without any", "is it the right workspace?");
  }
  const seen = new Set<string>();
  const twice = entries.filter(({ address }) => seen.size === seen.add(address).size);
  if (twice.length > 0) {
    const addresses = twice.map(({ address }) => address).join(", ");
    throw refused(
      path,
      "every address once",
      `a second time ${addresses}`,
      `take one state, as ${SHOW} prints it`,
    );
  }
  return entries;
}

/** Colours that Terraform puts around lines for a terminal. */
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

const refused = (path: string, expected: string, got: string, fix: string): CommandError =>
  new CommandError(`${path}: expected ${expected}, got ${got}; ${fix}`);

function parsed(text: string, path: string): JsonMap {
  try {
    return asMap(JSON.parse(text) as Json);
  } catch {
    throw refused(path, `what ${SHOW} prints`, "JSON that breaks off or is none", "write the file again");
  }
}

/** Lines of `terraform state list`. */
function listed(text: string, path: string): StateEntry[] {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^(?:module\.[^ ]+\.)?data\./.test(line));
  const wrong = lines.find((line) => !isResourceAddress(line));
  if (wrong !== undefined) {
    throw refused(
      path,
      `the addresses of terraform state list, or ${SHOW}`,
      `the line ${JSON.stringify(wrong.slice(0, 80))}`,
      "write the file again",
    );
  }
  return lines.map((address) => ({ address, type: typeOf(address) }));
}

/** Type of the resource at an address. */
export const typeOf = (address: string): string =>
  /([a-z][a-z0-9_]*)\.[^.[]+(?:\[(?:\d+|"[^"]*")\])?$/.exec(address)?.[1] ?? "module";

/** Resources of `terraform show -json`. */
function shown(state: JsonMap, path: string): StateEntry[] {
  const version = textOf(state.format_version ?? "");
  if (Array.isArray(state.resources) && state.version !== undefined) {
    throw refused(path, `what ${SHOW} prints`, "a state file, with all its secrets", `${SHOW} > ${path}`);
  }
  if (state.planned_values !== undefined) {
    throw refused(path, "a state", "a plan", `${SHOW}, without the name of a plan`);
  }
  if (version === "") {
    throw refused(path, `what ${SHOW} prints`, "JSON without a format_version", "write the file again");
  }
  if (!version.startsWith("1.")) {
    throw refused(
      path,
      "format_version 1 of a state",
      JSON.stringify(version),
      "take a Terraform of version 1, or terraform state list",
    );
  }
  return resourcesOf(asMap(asMap(state.values).root_module), path);
}

function resourcesOf(module: JsonMap, path: string): StateEntry[] {
  const own = asList(module.resources)
    .filter(isMap)
    .filter(({ mode, deposed_key }) => mode === "managed" && deposed_key === undefined)
    .map((resource) => entryOf(resource, path));
  return [...own, ...asList(module.child_modules).flatMap((child) => resourcesOf(asMap(child), path))];
}

function entryOf({ address, type, values, sensitive_values }: JsonMap, path: string): StateEntry {
  if (typeof address !== "string" || typeof type !== "string" || !isResourceAddress(address)) {
    throw refused(
      path,
      "an address and a type of each resource",
      textOf(address ?? "none"),
      "write the file again",
    );
  }
  return { address, type, values: withoutSecrets(asMap(values), asMap(sensitive_values)) };
}

/** Attributes that are not sensitive, not even in part. */
const withoutSecrets = (values: JsonMap, sensitive: JsonMap): JsonMap =>
  Object.fromEntries(Object.entries(values).filter(([key]) => !holdsTrue(sensitive[key])));

const holdsTrue = (value: Json | undefined): boolean =>
  value === true || (typeof value === "object" && value !== null && Object.values(value).some(holdsTrue));
