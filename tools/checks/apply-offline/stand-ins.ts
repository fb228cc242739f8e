import type { Json } from "../../../src/output/leaves";
import { asMap, type JsonMap } from "../../terraform-json/json-map";
import { plausibleValue } from "../charts/plausible";

/** Name of the local value that holds what missing blocks would have returned. */
const STAND_INS = "played";

/** Expression in place of a block that is missing. */
export const standInFor = (address: string): string => `local.${STAND_INS}.${address}`;

const READ = new RegExp(`\\blocal\\.${STAND_INS}((?:\\.[A-Za-z_][\\w-]*)+)`, "g");

/** A value of which an expression takes an element. */
const READ_AS_LIST = new RegExp(`\\belement\\(\\s*${READ.source}`, "g");

/** A stack with a well-formed value for everything that it reads from missing blocks. */
export function withStandIns(stack: JsonMap): JsonMap {
  const text = JSON.stringify(stack);
  const namesBy = (pattern: RegExp) =>
    new Set([...text.matchAll(pattern)].map(([, name = ""]) => name.slice(1)));
  const [names, lists] = [namesBy(READ), namesBy(READ_AS_LIST)];
  const values = [...names].reduce<JsonMap>((all, name) => {
    const value = plausibleValue(name);
    return set(all, name.split("."), lists.has(name) ? [value] : value);
  }, {});
  return names.size === 0 ? stack : { ...stack, locals: { ...asMap(stack.locals), [STAND_INS]: values } };
}

const set = (map: JsonMap, [first = "", ...rest]: readonly string[], value: Json): JsonMap => ({
  ...map,
  [first]: rest.length === 0 ? value : set(asMap(map[first]), rest, value),
});
