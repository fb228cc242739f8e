import type { ProductFile } from "../../../src/settings/products/product-file";
import { tenantsOf } from "../../../src/settings/products/products";
import type { ProductEnvironmentConfig } from "../../../src/settings/products/schema";
import { deadlinesOf } from "./dates";
import { filesOf } from "./files";

/** Text of a list, and true if a date is past or a file cannot be read. */
export interface TenantList {
  readonly text: string;
  readonly isWrong: boolean;
}

/** Namespaces and applications of the files in a folder, one a line, and the dates that are past. */
export function listTenants(folder: string, today: string): TenantList {
  const files = filesOf(folder);
  const problems = [
    ...files.flatMap(({ problems }) => problems),
    ...files.flatMap((file) => pastIn(file, today)),
  ];
  const lines = files.flatMap((file) => [
    ...tenantsOf({ files: [file], live: [] }).map(({ ref, cluster, namespace, product, settings }) =>
      [ref, product.owner.team, cluster, namespace, stateOf(settings)].join("\t").trimEnd(),
    ),
    ...inEveryCluster(file),
  ]);
  const none = `${folder}: no product; npm run tenant -- new writes one`;
  return {
    text: [...(lines.length === 0 ? [none] : lines), ...problems].join("\n"),
    isWrong: problems.length > 0,
  };
}

/** Namespaces of the platform that a product owns, and applications that run in such. */
const inEveryCluster = ({ product }: ProductFile): string[] =>
  product === undefined
    ? []
    : [
        ...Object.entries(product.namespaces ?? {}).map(([name, { sharedWith = [] }]) =>
          [
            product.product,
            product.owner.team,
            "every cluster",
            name,
            sharedWith.length === 0 ? "owned" : `owned, shared with ${sharedWith.join(", ")}`,
          ].join("\t"),
        ),
        ...Object.entries(product.applications ?? {}).map(([name, { namespace }]) =>
          [`${product.product}/${name}`, product.owner.team, "every cluster", namespace].join("\t"),
        ),
      ];

/** State of a namespace that is more than "there". */
const stateOf = ({ hold, leaving, sandbox }: ProductEnvironmentConfig): string =>
  [
    ...(leaving ? ["leaving"] : []),
    ...(hold ? [`held until ${hold.until}`] : []),
    ...(sandbox ? [`sandbox until ${sandbox.reviewOn}`] : []),
  ].join(", ");

const pastIn = ({ path, product }: ProductFile, today: string): string[] =>
  product === undefined
    ? []
    : deadlinesOf(product)
        .filter(({ date }) => date < today)
        .map(
          ({ environment, of, date }) =>
            `${path}: environments.${environment}: expected no date in the past, got ${date} (${of}); move it, or take out what has ended`,
        );
