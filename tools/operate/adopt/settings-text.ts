import type { StateSettings } from "../../../src/settings/state/state";
import { type Adoption, withoutKeys } from "./adoption";

/** Settings that a platform is taken over with. */
export function stateSettings(adoptions: readonly Adoption[]): Required<StateSettings> {
  const moved = adoptions.flatMap(({ stack, kept }) =>
    kept
      .filter(({ entry, to }) => entry.address !== to)
      .map(({ entry, to }) => ({ stack, from: entry.address, to })),
  );
  const imported = adoptions.flatMap(({ handed, again }) =>
    [...handed, ...again].map(({ stack, to, id }) => ({ stack, address: to, id })),
  );
  const removed = adoptions.flatMap(({ stack, handed, again, staying }) =>
    [...new Set([...handed, ...again, ...staying].map(({ entry }) => withoutKeys(entry.address)))].map(
      (from) => ({
        stack,
        from,
      }),
    ),
  );
  return { moved, imported, removed };
}

/** Module with the settings, to import in an environment file. */
export function settingsText(adoptions: readonly Adoption[], environment: string): string {
  const { moved, imported, removed } = stateSettings(adoptions);
  const list = (name: string, items: readonly object[]) =>
    items.length === 0 ? [] : [`  ${name}: [`, ...items.map((item) => `    ${literal(item)},`), "  ],"];
  return [
    'import type { StateSettings } from "../../settings/state/state";',
    "",
    `/** Changes that take over the states of ${environment}. Remove them once they were applied. */`,
    "export const adoptedState: StateSettings = {",
    ...list("moved", moved),
    ...list("imported", imported),
    ...list("removed", removed),
    "};",
    "",
  ].join("\n");
}

const literal = (item: object): string =>
  `{ ${Object.entries(item)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join(", ")} }`;
