import { type ProductFile, parseProduct } from "../../../src/settings/products/product-file";
import { type Tenant, tenantsOf } from "../../../src/settings/products/products";
import { changedFiles, findBase, textAt } from "../../kit/git";
import { filesOf } from "./files";
import { goneResources } from "./gone-resources";
import type { TenantList } from "./list";

const placeOf = ({ cluster, namespace }: Tenant): string => `namespace ${namespace} on ${cluster}`;

/**
 * Problems of namespaces that a change takes away without the step before, or moves (T25): Terraform would leave them
 * behind, and make others without their data. Resources go in two steps too, on the clusters that the public depends on.
 *
 * @param live - those clusters; all by default
 */
export function movedSince(
  before: readonly ProductFile[],
  now: readonly ProductFile[],
  live: readonly string[] = clustersOf(before),
): string[] {
  const left = new Map(tenantsOf({ files: now, live }).map((tenant) => [tenant.ref, tenant]));
  return tenantsOf({ files: before, live }).flatMap((old) => {
    const tenant = left.get(old.ref);
    if (tenant === undefined) {
      return old.settings.leaving === undefined
        ? [
            `${old.file.path}: T25 environments.${old.environmentName}: expected ${placeOf(old)}, which nothing says is leaving, got nothing; put it back, or run npm run tenant -- remove ${old.ref} and apply the change first`,
          ]
        : [];
    }
    return placeOf(tenant) === placeOf(old)
      ? goneResources(old, tenant)
      : [
          `${tenant.file.path}: T25 environments.${old.environmentName}: expected ${placeOf(old)}, as before, got ${placeOf(tenant)}; add a new environment, move the data, and remove this one`,
        ];
  });
}

/** Clusters that files name. */
const clustersOf = (files: readonly ProductFile[]): string[] =>
  tenantsOf({ files, live: [] }).map(({ cluster }) => cluster);

/**
 * Namespaces that the changes since a ref move or take away.
 *
 * @throws CommandError if the ref does not exist
 */
export async function movesSince(
  ref: string | undefined,
  folder: string,
  signal: AbortSignal,
  live?: readonly string[],
): Promise<TenantList> {
  const checkout = { project: process.cwd(), signal };
  const { commit } = await findBase(checkout, ref);
  const changed = await changedFiles(checkout, commit);
  const before = await Promise.all(
    changed
      .filter((path) => path.startsWith(`${folder}/`) && path.endsWith(".yaml"))
      .map(async (path) => {
        const text = await textAt(checkout, commit, path);
        return text === undefined ? [] : [parseProduct(path, path.split("/").at(-2)!, text)];
      }),
  );
  const problems = movedSince(before.flat(), filesOf(folder), live);
  return problems.length > 0
    ? { text: problems.join("\n"), isWrong: true }
    : {
        text: `${folder}: every namespace and every protected resource stays, or has gone in two steps`,
        isWrong: false,
      };
}
