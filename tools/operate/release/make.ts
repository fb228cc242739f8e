import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { differencesBetween } from "../../../src/settings/releases/differences";
import { madeReleases, NEXT_RELEASE } from "../../../src/settings/releases/release";
import type { Releases } from "../../../src/settings/releases/schema";
import { platformFolder } from "../../toolbox/platform-command";
import { CommandError } from "../../kit/command-error";
import { diffOf } from "./diff";

/** Folder of the platform's releases, from the project's on. */
export const releasesFolder = (): string => `${platformFolder()}/releases`;

/**
 * Makes a release of the one in the making: writes its file and the list of all. Returns what a person reads.
 *
 * @throws CommandError where there is none in the making, or none of its versions differs
 */
export function makeRelease(releases: Releases, folder = releasesFolder()): string {
  const next = releases[NEXT_RELEASE];
  const made = madeReleases(releases);
  const newest = made.at(-1);
  if (next === undefined) {
    throw new CommandError(
      `${releasesFolder()}/${NEXT_RELEASE}.json: expected the release in the making, got none; add it to the list`,
    );
  }
  if (newest !== undefined && differencesBetween(releases[newest]!, next).length === 0) {
    throw new CommandError(
      `${releasesFolder()}/${NEXT_RELEASE}.json: expected a version that release ${newest} does not have, got none; ` +
        "raise one there first",
    );
  }
  const number = String(Number(newest ?? 0) + 1);
  writeFileSync(join(folder, `${number}.json`), `${JSON.stringify(next, null, 2)}\n`);
  writeFileSync(join(folder, "index.ts"), listOf([...made, number], folder));
  return [
    `Made release ${number}: ${releasesFolder()}/${number}.json`,
    ...(newest === undefined ? [] : ["", diffOf({ ...releases, [number]: next }, newest, number)]),
    "",
    `Synth refuses a release that no cluster names: npm run upgrade -- --to ${number} <environment>`,
  ].join("\n");
}

/** Source of the list of releases. */
const listOf = (made: readonly string[], folder: string): string =>
  [
    `import type { OrganisationSettings } from "${relative(folder, "src/settings/organisation/schema")}";`,
    ...made.map((number) => `import release${number} from "./${number}.json";`),
    `import next from "./${NEXT_RELEASE}.json";`,
    "",
    "/** Releases of the platform: `npm run release -- new` makes one of `next`, and writes this file. */",
    'export const releases: OrganisationSettings["releases"] = {',
    ...made.map((number) => `  ${number}: release${number},`),
    "  next,",
    "};",
    "",
  ].join("\n");
