import { join } from "node:path";
import { addonsPicture } from "./addons-picture";
import type { SynthesisedStack } from "./environment-stacks";
import { toMermaid } from "./mermaid";
import type { Picture } from "./picture";
import { rolesPicture } from "./roles-picture";
import { stacksPicture } from "./stacks-picture";
import { svgOf } from "./svg";

/** Where pictures are kept. */
const FOLDER = "docs/pictures";

/** The page that shows an environment's pictures. */
export const pageOf = (environment: string): string => join(FOLDER, `${environment}.md`);

const PICTURES = { stacks: stacksPicture, addons: addonsPicture, roles: rolesPicture };

/** The files that show an environment, by path: each picture as SVG, and a page with all of them. */
export async function picturesOf(
  environment: string,
  stacks: readonly SynthesisedStack[],
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const sections: string[] = [];

  for (const [kind, draw] of Object.entries(PICTURES)) {
    const picture = draw(environment, stacks);
    const name = `${environment}-${kind}.svg`;
    files.set(join(FOLDER, name), await svgOf(picture));
    sections.push(section(picture, name));
  }
  return files.set(pageOf(environment), page(environment, sections));
}

const page = (environment: string, sections: readonly string[]): string =>
  [
    `# ${environment}, drawn`,
    `Made from the synthesised stacks by \`npm run graph -- --environment ${environment}\`; do not edit.`,
    ...sections,
  ].join("\n\n") + "\n";

const section = (picture: Picture, name: string): string =>
  [
    `![${picture.title}](${name})`,
    "<details>\n<summary>The same in Mermaid</summary>",
    mermaidBlock(picture),
    "</details>",
  ].join("\n\n");

/** A picture as a block of Markdown. */
export const mermaidBlock = (picture: Picture): string => `\`\`\`mermaid\n${toMermaid(picture)}\n\`\`\``;
