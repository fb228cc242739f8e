import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { parseProduct } from "../../../src/settings/products/product-file";
import { CommandError } from "../../kit/command-error";
import { schemaLine } from "./schema-line";

/** Answers from which a file is made. */
interface NewTenant {
  readonly team: string;
  readonly product: string;
  readonly email: string | undefined;
  readonly channel: string | undefined;
  readonly source: string | undefined;

  /**
   * Cluster of the first environment, which is named after it; or the namespace of the platform that the first application
   * runs in, which is named after the product.
   */
  readonly place: { readonly cluster: string } | { readonly namespace: string };
}

/**
 * Writes the file of a new product and returns its path.
 *
 * @throws CommandError where the file exists, or an answer is wrong; nothing is written then
 */
export function newTenant(folder: string, answers: NewTenant): string {
  const path = join(folder, answers.team, `${answers.product}.yaml`);
  if (existsSync(path)) {
    throw new CommandError(`${path}: expected no file, got one; change that one, or choose another product`);
  }
  const text = schemaLine(path) + textOf(answers);
  const { problems } = parseProduct(path, answers.team, text);
  if (problems.length > 0) {
    throw new CommandError(problems.join("\n"));
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: "wx" });
  return path;
}

const textOf = ({ team, product, email, channel, source, place }: NewTenant): string =>
  stringify({
    product,
    owner: { team, email, channel, source },
    ...("cluster" in place
      ? { environments: { [place.cluster]: { ...place, access: [{ team, role: "view" }] } } }
      : { applications: { [product]: place } }),
  });
