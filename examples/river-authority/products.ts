import { join } from "node:path";
import { readProducts } from "../../src/settings/products/product-file";
import type { ProductsSettings } from "../../src/settings/products/products";

const FOLDER = join(__dirname, "tenants");

/** Products of the authority's teams, from `tenants/<team>/<product>.yaml`. */
export const products: ProductsSettings = {
  teams: {
    maps: { group: "river-authority:maps" },
    warnings: { group: "river-authority:warnings", domains: ["warnings.river-authority.example"] },
  },
  live: ["live"],
  files: readProducts(FOLDER),
};
