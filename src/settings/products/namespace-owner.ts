import type { ProductConfig } from "./schema";

type Owner = ProductConfig["owner"];

/** Owner of namespaces, with the address and the repository that a rule asks for. */
export type NamespaceOwner = Owner & Required<Pick<Owner, "email" | "source">>;

/**
 * Owner of a product with environments.
 *
 * @throws Error if the owner has no address or no repository, which a rule refuses
 */
export function namespaceOwner({ product, owner }: ProductConfig): NamespaceOwner {
  const { email, source } = owner;
  if (email === undefined || source === undefined) {
    throw new Error(
      `${product}: expected an email and a source, got nothing; a rule should have refused this`,
    );
  }
  return { ...owner, email, source };
}
