import type { Json } from "../../../src/output/leaves";
import { asList, asMap } from "../../terraform-json/json-map";
import type { Path } from "./diff";

/** A path without the positions in lists: most nested blocks may be written as a list of one. */
export const attributeOf = (path: Path): string => path.filter((step) => typeof step === "string").join(".");

/**
 * Tells whether Terraform reads an attribute only when it creates the block, because `ignore_changes` names it.
 *
 * @see https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes
 */
export function isIgnored(block: Json | undefined, path: Path): boolean {
  const { ignore_changes: ignored } = asMap(asMap(block).lifecycle);
  const attribute = attributeOf(path);
  return (
    ignored === "all" ||
    asList(ignored).some((entry) => {
      const name = String(entry).replaceAll(/\[\d+\]/g, "");
      return attribute === name || attribute.startsWith(`${name}.`);
    })
  );
}
