import { join } from "node:path";
import {
  type ClusterEnvironment,
  type Environment,
  mainCluster,
} from "../../../src/settings/environment/environment";
import { tenants } from "../../samples/platform";
import { alertsPicture } from "./alerts-picture";
import { addonsPicture } from "./addons-picture";
import { deliveryPicture } from "./delivery-picture";
import type { EnvironmentStack } from "./environment-stacks";
import { toMermaid } from "./mermaid";
import { observabilityPicture } from "./observability-picture";
import type { Picture } from "./picture";
import { reachPicture } from "./reach-picture";
import { rolesPicture } from "./roles-picture";
import { stacksPicture } from "./stacks-picture";
import { svgOf } from "./svg";

/** Folder of the pictures. */
const FOLDER = "docs/pictures";

/** Page with an environment's pictures. */
export const pageOf = (environment: string): string => join(FOLDER, `${environment}.md`);

/** Pictures from an environment's synthesised stacks. */
const OF_STACKS = { stacks: stacksPicture, addons: addonsPicture, roles: rolesPicture, reach: reachPicture };

/** Pictures from an environment's settings. */
const OF_SETTINGS = {
  delivery: (cluster: ClusterEnvironment) => deliveryPicture(cluster, tenants),
  observability: observabilityPicture,
  alerts: alertsPicture,
};

/** Files that show an environment, by path: each picture as SVG, and a page with all of them. */
export async function picturesOf(
  environment: Environment,
  stacks: readonly EnvironmentStack[],
): Promise<Map<string, string>> {
  const { name } = environment;
  const files = new Map<string, string>();
  const sections: string[] = [];

  const pictures = [
    ...Object.entries(OF_STACKS).map(([kind, draw]) => ({ kind, picture: draw(name, stacks) })),
    ...Object.entries(OF_SETTINGS).map(([kind, draw]) => ({ kind, picture: draw(mainCluster(environment)) })),
  ];
  for (const { kind, picture } of pictures) {
    const file = `${name}-${kind}.svg`;
    files.set(join(FOLDER, file), await svgOf(picture));
    sections.push(section(picture, file));
  }
  return files.set(pageOf(name), page(name, sections));
}

const page = (environment: string, sections: readonly string[]): string =>
  [
    `# ${environment}, drawn`,
    `Made from the settings and the synthesised stacks by \`npm run graph -- --environment ${environment}\`; do not edit.`,
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
