import type { Releases } from "../../../src/settings/releases/schema";
import { type Asked, commandLine } from "../../kit/command";
import { problemOfChoice } from "../../kit/command-arguments";
import { CommandError } from "../../kit/command-error";

export const RELEASE = commandLine({
  name: "release",
  summary: "Compares releases of the platform, or makes one of what its releases/next.json has.",
  args: [
    {
      name: "action",
      count: "one",
      oneOf: ["diff", "new"],
      help: "diff compares two releases, new makes one",
    },
    { name: "from", count: "optional", help: "release to compare, by its number or next" },
    { name: "to", count: "optional", help: "release to compare it with" },
  ],
  options: {},
  notes: "docs/releases.md says how a release reaches clusters.",
});

/** Action that a command line asks for. */
export type Action =
  { readonly name: "new" } | { readonly name: "diff"; readonly from: string; readonly to: string };

/** @throws CommandError naming all that is wrong with the command line */
export function actionOf(
  { args: [name, from, to] }: Asked<typeof RELEASE.options>,
  releases: Releases,
): Action {
  const problems = name === "new" ? problemsOfNew(from) : problemsOfDiff(from, to, Object.keys(releases));
  if (problems.length > 0) {
    throw new CommandError(problems.join("\n"));
  }
  return name === "new" ? { name } : { name: "diff", from: from!, to: to! };
}

const problemsOfNew = (spare: string | undefined): string[] =>
  spare === undefined
    ? []
    : [`${spare}: expected nothing after new, got "${spare}"; a release has the number after the newest`];

const problemsOfDiff = (
  from: string | undefined,
  to: string | undefined,
  known: readonly string[],
): string[] =>
  [["<from>", from] as const, ["<to>", to] as const].flatMap(([place, text]) =>
    text === undefined
      ? [
          `${place}: expected a release, ${known.join(", ")}, got none; write npm run release -- diff <from> <to>`,
        ]
      : (problemOfChoice(place, text, known) ?? []),
  );
