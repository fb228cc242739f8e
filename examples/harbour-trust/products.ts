import { join } from "node:path";
import { readProducts } from "../../src/settings/products/product-file";
import type { ProductsSettings } from "../../src/settings/products/products";

const FOLDER = join(__dirname, "tenants");

/** Products of the trust's teams, whose members sign in to the Kubernetes API through Dex. */
export const products: ProductsSettings = {
  teams: { berths: { group: "berths-developers" } },
  live: ["office"],
  signIn: {
    by: "dex",
    openToInternet: { reason: "EKS reads Dex's keys, and Dex itself asks Entra ID for a second factor" },
  },
  files: readProducts(FOLDER),
};
