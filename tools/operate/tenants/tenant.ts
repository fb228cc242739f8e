import type { ProductFile } from "../../../src/settings/products/product-file";
import { tenantsOf } from "../../../src/settings/products/products";
import { resourcesOf } from "../../../src/settings/products/resources/own-resources";
import { priceOf } from "../../../src/settings/products/resources/prices";
import type { Asked } from "../../kit/command";
import { CommandError } from "../../kit/command-error";
import { type TENANT, TENANTS_FOLDER } from "./arguments";
import { filesOf } from "./files";
import { importTenant } from "./import/import";
import { listTenants, type TenantList } from "./list";
import { newTenant } from "./new";
import { removeTenant } from "./remove";

type Line = Asked<typeof TENANT.options>;

/**
 * Takes the step that a line of `npm run tenant` asks for.
 *
 * @throws CommandError if the line lacks something, or the files do not allow the step
 */
export function tenant({ args: [action, name], options }: Line, today: string): TenantList {
  const folder = options.folder ?? TENANTS_FOLDER;
  const done = (text: string): TenantList => ({ text, isWrong: false });
  switch (action) {
    case "new":
      return done(newTenantOf({ name, ...options }));
    case "show":
      return done(show(folder, name));
    case "remove":
      return done(removeTenant(folder, name ?? "", options.reason));
    case "import":
      return done(importTenant(name ?? "", folder, options));
    default:
      return listTenants(folder, today);
  }
}

/** Answers that a new file is made from. */
interface NewTenantLine extends Partial<
  Record<"name" | "email" | "channel" | "source" | "cluster" | "namespace", string | undefined>
> {
  /** @default - the folder of the platform's tenants */
  readonly folder?: string | undefined;
}

/**
 * Writes the file of a new product, and says so.
 *
 * @throws CommandError if an answer is missing or wrong, or the file exists
 */
export const newTenantOf = (line: NewTenantLine): string =>
  `${newTenant(line.folder ?? TENANTS_FOLDER, answersOf(line.name, line))}: written; npm run synth checks it`;

function answersOf(name: string | undefined, options: NewTenantLine) {
  const [team, product, ...surplus] = (name ?? "").split("/");
  if (surplus.length > 0) {
    throw new CommandError(
      `tenant new: expected <team>/<product>, got ${JSON.stringify(name)}; leave out what follows the product`,
    );
  }
  const { email, channel, source, cluster, namespace } = options;
  if (cluster !== undefined && namespace !== undefined) {
    throw new CommandError(
      "tenant new: expected --cluster or --namespace, got both; a namespace of the platform is in every cluster",
    );
  }
  const needed = namespace === undefined ? { email, source, cluster } : {};
  const missing = Object.entries(needed).flatMap(([option, value]) =>
    value === undefined ? [`--${option}`] : [],
  );
  if (!team || !product || missing.length > 0) {
    const lacks = [...(team && product ? [] : ["<team>/<product>"]), ...missing].join(", ");
    throw new CommandError(
      `tenant new: expected ${lacks}, got nothing; npm run tenant -- --help explains them`,
    );
  }
  const place = namespace === undefined ? { cluster: cluster! } : { namespace };
  return { team, product, email, channel, source, place };
}

function show(folder: string, name: string | undefined): string {
  const files = filesOf(folder);
  const file = files.find(({ path }) => path.endsWith(`/${name ?? ""}.yaml`));
  if (file === undefined) {
    throw new CommandError(
      `${name ?? "tenant show"}: expected a product of ${folder}, got none; npm run tenant -- list names them`,
    );
  }
  return [`# ${file.path}`, file.text.trimEnd(), ...file.problems, ...pricesOf(file)].join("\n");
}

/** Comments with what the resources of each namespace cost before any use. */
const pricesOf = (file: ProductFile): string[] =>
  tenantsOf({ files: [file], live: [] }).flatMap((each) => {
    const [elsewhere = 0, live = 0] = [false, true].map((isLive) => priceOf(resourcesOf(each), isLive));
    const more = live > elsewhere ? `, ${live.toFixed(2)} on a live cluster` : "";
    return live === 0
      ? []
      : [`# ${each.ref}: about ${elsewhere.toFixed(2)} USD a month before any use${more}`];
  });
