import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";

/** File of a team's folder, or an entry that cannot be one. */
export interface FolderEntry {
  readonly team: string;
  readonly path: string;

  /** Problem of an entry that would look like a product and be none; `undefined` for a file to read. */
  readonly problem: string | undefined;
}

/** A file that looks as if it had a product, whatever it really ends in. */
const LOOKS_LIKE_A_PRODUCT = /\.(?:ya?ml|json)/i;

const byName = (one: Dirent, other: Dirent): number => (one.name < other.name ? -1 : 1);

const entriesIn = (folder: string): Dirent[] => readdirSync(folder, { withFileTypes: true }).sort(byName);

/** Every entry of a folder with a folder for each team. None that looks like a product is left out in silence. */
export const entriesOf = (folder: string): FolderEntry[] =>
  entriesIn(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory()
      ? entriesIn(path).flatMap((inner) => ofTeam(inner, entry.name, path))
      : ofTop(entry, path);
  });

const ofTop = (entry: Dirent, path: string): FolderEntry[] => {
  if (entry.isSymbolicLink()) {
    return [refusal("", path, "a folder for each team", "a link", "move the folder here")];
  }
  return LOOKS_LIKE_A_PRODUCT.test(entry.name)
    ? [
        refusal(
          "",
          path,
          "files in the folder of a team",
          "one beside the folders",
          "move it to its team's folder",
        ),
      ]
    : [];
};

function ofTeam(entry: Dirent, team: string, folder: string): FolderEntry[] {
  const path = join(folder, entry.name);
  if (entry.isDirectory()) {
    return [
      refusal(
        team,
        path,
        "a file for each product",
        "a folder",
        "move its files to the folder of their team",
      ),
    ];
  }
  if (!LOOKS_LIKE_A_PRODUCT.test(entry.name)) {
    return [];
  }
  if (!entry.isFile()) {
    return [refusal(team, path, "a file", "a link or a device", "copy the file here")];
  }
  const fix = "rename it, or remove it if there are two";
  return entry.name.endsWith(".yaml")
    ? [{ team, path, problem: undefined }]
    : [refusal(team, path, "a file that ends in .yaml", "another ending", fix)];
}

const refusal = (team: string, path: string, expected: string, got: string, fix: string): FolderEntry => ({
  team,
  path,
  problem: `T33 expected ${expected}, got ${got}; ${fix}`,
});
