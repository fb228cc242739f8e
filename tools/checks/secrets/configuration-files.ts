import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** Folders in which people write files beside the settings. */
const FOLDERS = ["src/platform", "modules", ".github"];

export interface ConfigurationFile {
  readonly name: string;

  /** Parsed YAML; the text of Terraform. */
  readonly content: unknown;
}

/** YAML and Terraform of the checkout. */
export const configurationFiles = (): ConfigurationFile[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(?:ya?ml|tf)$/.test(file))
      .map((file) => {
        const name = join(folder, file);
        const text = readFileSync(name, "utf8");
        return { name, content: name.endsWith(".tf") ? text : (parse(text) as unknown) };
      }),
  );
