import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseDocument, stringify } from "yaml";
import { parseProduct } from "../../../../src/settings/products/product-file";
import { CommandError } from "../../../kit/command-error";
import { schemaLine } from "../schema-line";
import type { Imported } from "./imported";
import { readNamespace } from "./read-namespace";
import { readProductYaml } from "./read-product";

/** Answers that go before what the folder says. */
export interface ImportAnswers {
  readonly team?: string | undefined;
  readonly email?: string | undefined;
  readonly channel?: string | undefined;
  readonly source?: string | undefined;
  readonly cluster?: string | undefined;
}

/**
 * Writes the file of a folder of the Ministry's, or adds the folder's namespace to it. Returns its path, and a line for
 * each thing that it did not take.
 *
 * @throws CommandError if the folder lacks something, or the file has the namespace already; nothing is written then
 */
export function importTenant(from: string, folder: string, answers: ImportAnswers): string {
  const read = { ...readFolder(from, answers.cluster), ...present(answers) };
  const { product, team } = read;
  const missing = ["product", "team", "email", "source"].filter((key) => !read[key as keyof Imported]);
  if (missing.length > 0 || !product || !team) {
    const options = missing.map((key) => (key === "product" ? "a Namespace with a name" : `--${key}`));
    throw new CommandError(
      `${from}: expected ${options.join(", ")}, got nothing; write what the folder does not say`,
    );
  }
  const path = join(folder, team, `${product}.yaml`);
  const text = existsSync(path) ? added(path, read) : schemaLine(path) + written(read);
  const { problems } = parseProduct(path, team, text);
  if (problems.length > 0) {
    throw new CommandError(problems.join("\n"));
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return [`${path}: written; npm run synth checks it`, ...read.left.map((line) => `not taken: ${line}`)].join(
    "\n",
  );
}

function readFolder(from: string, cluster: string | undefined): Imported {
  if (!statSync(from, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError(
      `${from}: expected a folder of a namespace or of a product, got none; correct the path`,
    );
  }
  const newer = join(from, "product.yaml");
  if (existsSync(newer)) {
    return readProductYaml(newer);
  }
  if (cluster === undefined) {
    throw new CommandError(
      `${from}: expected --cluster, got nothing; name the cluster that the namespace moves to`,
    );
  }
  return readNamespace(from, cluster);
}

/** Answers that are there. */
const present = ({ team, email, channel, source }: ImportAnswers): Partial<Imported> =>
  Object.fromEntries(
    Object.entries({ team, email, channel, source }).filter(([, value]) => value !== undefined),
  );

const written = ({ product, team, email, channel, source, environments }: Imported): string =>
  stringify({
    product,
    owner: { team, email, ...(channel === undefined ? {} : { channel }), source },
    environments: Object.fromEntries(environments.map(({ name, settings }) => [name, settings])),
  });

/** Text of a file with the environments added. Its comments stay. */
function added(path: string, { environments }: Imported): string {
  const document = parseDocument(readFileSync(path, "utf8"));
  for (const { name, settings } of environments) {
    if (document.hasIn(["environments", name])) {
      throw new CommandError(`${path}: expected no environment ${name}, got one; change that one by hand`);
    }
    document.setIn(["environments", name], settings);
  }
  return String(document);
}
