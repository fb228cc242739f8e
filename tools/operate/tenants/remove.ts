import { rmSync, writeFileSync } from "node:fs";
import { isMap, parseDocument, stringify } from "yaml";
import { show } from "../../../src/settings/checking/problem";
import { ownValue } from "../../../src/settings/checking/own-value";
import { sentence } from "../../../src/settings/products/fields";
import { parseProduct, type ProductFile } from "../../../src/settings/products/product-file";
import { CommandError } from "../../kit/command-error";
import { filesOf } from "./files";
import { withLinesIn, withoutKey } from "./yaml-lines";

/**
 * Takes the next step of a removal and says what it was. An application goes in one. The first marks the namespace as leaving, the second takes it
 * out of its file. Terraform removes the namespace in between. Comments of the file stay.
 *
 * @throws CommandError where the tenant does not exist, its file cannot be read, or the first step lacks a reason, or has none that is a sentence
 */
export function removeTenant(folder: string, ref: string, reason: string | undefined): string {
  const [product = "", environment = "", ...surplus] = ref.split("/");
  const file =
    surplus.length > 0 ? undefined : filesOf(folder).find(({ path }) => path.endsWith(`/${product}.yaml`));
  const settings = ownValue(file?.product?.environments ?? {}, environment);
  if (
    file !== undefined &&
    settings === undefined &&
    Object.hasOwn(file.product?.applications ?? {}, environment)
  ) {
    return takeOut(file, ref, ["applications", environment]);
  }
  if (file === undefined || (settings === undefined && file.problems.length === 0)) {
    throw new CommandError(
      `${ref}: expected a product and its environment or application, got none of ${folder}; npm run tenant -- list names them`,
    );
  }
  if (settings === undefined) {
    throw new CommandError(file.problems.join("\n"));
  }
  const document = parseDocument(file.text);
  if (settings.leaving === undefined) {
    const why = reasonFor(ref, reason);
    document.setIn(["environments", environment, "protection"], { enabled: false, reason: why });
    document.setIn(["environments", environment, "leaving"], { reason: why });
    write(file.path, file.team, marked(file.text, environment, why) ?? String(document));
    return `${file.path}: ${ref} leaves; after the merge, terraform apply and then terraform destroy in its stack's folder, and run the same command again`;
  }
  return takeOut(file, ref, ["environments", environment]);
}

/** Takes a namespace or an application out of its file; with the last of them, and no namespace to own, the file goes. */
function takeOut({ path, team, text }: ProductFile, ref: string, [section, name]: [string, string]): string {
  const document = parseDocument(text);
  document.deleteIn([section, name]);
  const left = document.get(section);
  const gone = isMap(left) && left.items.length === 0 ? [section] : [section, name];
  document.deleteIn(gone);
  if (!["environments", "applications", "namespaces"].some((each) => document.has(each))) {
    rmSync(path);
    return `${path}: removed, since ${ref} was the last that it had`;
  }
  write(path, team, withoutKey(text, gone) ?? String(document));
  return `${path}: ${ref} is out of the file`;
}

/** Text in which a namespace leaves, every other line as it was; `undefined` where it is written between braces. */
function marked(text: string, environment: string, why: string): string | undefined {
  const path = ["environments", environment];
  const reason = `reason: ${stringify(why, { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE" }).trim()}`;
  return withLinesIn(withoutKey(text, [...path, "protection"]) ?? text, path, [
    "protection:",
    "  enabled: false",
    `  ${reason}`,
    "leaving:",
    `  ${reason}`,
  ]);
}

function reasonFor(ref: string, reason: string | undefined): string {
  if (reason === undefined) {
    throw new CommandError(
      `${ref}: expected --reason, got nothing; say why the namespace and its data may go`,
    );
  }
  const refused = sentence.safeParse(reason).error?.issues[0];
  if (refused !== undefined) {
    throw new CommandError(
      `--reason: expected ${refused.message}, got ${show(reason)}; say why the namespace and its data may go`,
    );
  }
  return reason;
}

/** Writes a file that can be read again, or none. */
function write(path: string, team: string, text: string): void {
  const { problems } = parseProduct(path, team, text);
  if (problems.length > 0) {
    throw new CommandError(problems.join("\n"));
  }
  writeFileSync(path, text);
}
