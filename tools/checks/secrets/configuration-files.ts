import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parse } from "yaml";
import { platformFolder } from "../../toolbox/platform-command";

/** Folders in which people write files beside the settings. */
const FOLDERS = ["src/platform", "examples", "modules", ".github"];

export interface ConfigurationFile {
  readonly name: string;

  /** Parsed YAML with its comments; the text of other files. */
  readonly content: unknown;
}

/** YAML, but for templates of charts, which are none until Helm has rendered them. */
const YAML = /^(?!.*\/templates\/).*\.ya?ml$/;

/** Files in which a configuration is written. */
const CONFIGURATION = /\.(?:ya?ml|tf|tfvars|hcl|json|toml|ini|conf|properties|env|sh|tpl|tmpl|pem|key)$/;

/** Files of configuration in the checkout, or in another one. */
export const configurationFiles = (root = "."): ConfigurationFile[] =>
  [...FOLDERS, ...elsewhere()].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => CONFIGURATION.test(file))
      .map((file) => {
        const name = join(folder, file);
        const text = readFileSync(join(root, name), "utf8");
        return { name, content: YAML.test(name) ? [parse(text) as unknown, text.match(/#.*/g)] : text };
      }),
  );

/** Files of TypeScript and pages, in which a word such as `password` names no secret: only its shape tells one. */
const PROSE = /\.(?:[cm]?[jt]s|md)$/;

/** Folders with such files that people write, or read first. */
const PROSE_FOLDERS = ["src", "examples", "docs", ".github", "."];

/** Texts in which a secret may stand that no setting has: in a comment, or in a constant that nothing uses yet. */
export const proseFiles = (root = "."): { readonly name: string; readonly text: string }[] =>
  [...PROSE_FOLDERS, ...elsewhere()].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: folder !== ".", encoding: "utf8" })
      .filter((file) => PROSE.test(file))
      .map((file) => {
        const name = join(folder, file);
        return { name, text: readFileSync(join(root, name), "utf8") };
      }),
  );

/** Folder of the platform that a person asks for, if it is below none of the others. */
function elsewhere(): string[] {
  const folder = relative(".", platformFolder());
  return FOLDERS.some((other) => folder === other || folder.startsWith(`${other}/`)) ? [] : [folder];
}
