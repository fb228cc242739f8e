import { dirname, relative } from "node:path";

/** Schema by which editors complete and check the file of a product. */
const SCHEMA = "docs/schemas/product.json";

/** First line of a product's file, by which editors find its schema; nothing for a file outside the project. */
export const schemaLine = (path: string): string =>
  relative(".", path).startsWith("..")
    ? ""
    : `# yaml-language-server: $schema=${relative(dirname(path), SCHEMA)}\n`;
