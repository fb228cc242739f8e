import { existsSync } from "node:fs";
import { type ProductFile, readProducts } from "../../../src/settings/products/product-file";

/** Files of products in a folder, which the first file makes. */
export const filesOf = (folder: string): ProductFile[] => (existsSync(folder) ? readProducts(folder) : []);
