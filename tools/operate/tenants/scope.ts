import { changedFiles, findBase } from "../../kit/git";
import type { TenantList } from "./list";

/** Label of a pull request by which the platform's engineers let it change several products. */
export const SEVERAL_PRODUCTS = "several-products";

/** Says whether a change is to one product at most (T32), from the names of the changed files. */
export function scopeOf(changed: readonly string[], folder: string): TenantList {
  const products = [
    ...new Set(
      changed
        .filter((file) => file.startsWith(`${folder}/`) && /\.ya?ml$/i.test(file))
        .map((file) => file.slice(folder.length + 1).replace(/\.ya?ml$/i, "")),
    ),
  ].sort();
  return products.length > 1
    ? {
        text: `T32 expected a change to one product, got ${products.length}: ${products.join(", ")}; open a pull request for each, or have an engineer of the platform put the label ${SEVERAL_PRODUCTS} on this one`,
        isWrong: true,
      }
    : { text: products[0] ?? `${folder}: no product changed`, isWrong: false };
}

/**
 * Scope of the changes since a ref.
 *
 * @throws CommandError if the ref does not exist
 */
export async function scopeSince(
  ref: string | undefined,
  folder: string,
  signal: AbortSignal,
): Promise<TenantList> {
  const checkout = { project: process.cwd(), signal };
  const { commit } = await findBase(checkout, ref);
  return scopeOf(await changedFiles(checkout, commit), folder);
}
