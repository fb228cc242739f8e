import { format, resolveConfig } from "prettier";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { readDocumentation } from "./documentation";
import { indexPage } from "./index-page";
import { installedAddons } from "./installed-addons";
import { type DocumentedAddon, page } from "./page";
import { readSettings } from "./settings";

/** Folder of the pages. */
export const FOLDER = "docs/add-ons";

/** The page of each add-on that an environment has, and the list of all, by path. */
export async function pagesOf(environment: ClusterEnvironment): Promise<Map<string, string>> {
  const addons = documentedAddons(environment);
  const texts = [
    [`${FOLDER}/README.md`, indexPage(addons)],
    ...addons.map((addon) => [`${FOLDER}/${addon.id}.md`, page(addon)]),
  ] as const;

  return new Map(
    await Promise.all(
      texts.map(
        async ([file = "", text = ""]) =>
          [file, await format(text, { ...(await resolveConfig(file)), filepath: file })] as const,
      ),
    ),
  );
}

function documentedAddons(environment: ClusterEnvironment): DocumentedAddon[] {
  const installed = installedAddons(environment);
  const documentation = readDocumentation();
  const settingsOf = readSettings();

  return installed.flatMap((addon) => {
    const said = documentation.get(addon.className);
    return said === undefined
      ? []
      : {
          ...addon,
          documentation: said,
          available: addon.section ? settingsOf(addon.section.service) : [],
          before: installed.filter(({ after }) => after.includes(addon.id)).map(({ id }) => id),
        };
  });
}
