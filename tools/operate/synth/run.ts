import { createRequire } from "node:module";
import { join, resolve } from "node:path";

/**
 * Runs a bundle in this process, so that CDKTF loads once. Returns what the bundle exports, or
 * `undefined` if it failed: it reports its own problems.
 */
export function run(bundle: string, variables: Readonly<Record<string, string>>): unknown {
  Object.assign(process.env, { PRODUCTS_READ: join(resolve(bundle, ".."), "products.json"), ...variables });
  let exports: unknown;
  try {
    exports = createRequire(resolve(bundle))(resolve(bundle));
  } finally {
    process.setSourceMapsEnabled(true);
  }
  return (process.exitCode ?? 0) === 0 ? exports : undefined;
}
