import { type Asked, commandLine } from "../kit/command";
import { problemOfChoice } from "../kit/command-arguments";
import { CommandError } from "../kit/command-error";
import { PLATFORM_OPTION } from "../toolbox/platform-command";
import type { NamedVerification } from "./verifications";

type Lanes = readonly (readonly NamedVerification[])[];

/** Verifications to run, and how strictly. */
export interface VerifyArguments {
  /** Verifications that were named, in their lanes; all if none was. */
  readonly lanes: Lanes;

  /** Lists the verifications, and runs none. */
  readonly list: boolean;

  /** Makes a missing tool fail the run. */
  readonly complete: boolean;

  /** Runs verifications whose inputs have not changed since they were green, too. */
  readonly again: boolean;
}

export const VERIFY = commandLine({
  name: "verify",
  summary: "Checks the platform with the real tools, and fails if one of them has a finding.",
  args: [{ name: "verification", count: "any", help: "verification to make; without one, all" }],
  options: {
    list: { help: "lists the verifications, and makes none" },
    complete: { help: "fails if a tool is missing; implies --again" },
    again: { help: "runs verifications, too, whose inputs have not changed since they were green" },
    platform: {
      ...PLATFORM_OPTION.platform,
      help: "folder of a platform to look at beside those of the repository (PLATFORM_FOLDER)",
    },
  },
});

/** @throws CommandError if a verification is unknown, with the nearest known one */
export function argumentsOf(lanes: Lanes, { args, options }: Asked<typeof VERIFY.options>): VerifyArguments {
  const known = lanes.flat().map(({ name }) => name);
  const unknown = args.flatMap((name) => problemOfChoice("<verification>", name, known) ?? []);
  if (unknown.length > 0) {
    throw new CommandError(unknown.join("\n"));
  }
  const chosen =
    args.length === 0 ? lanes : lanes.map((lane) => lane.filter(({ name }) => args.includes(name)));
  return { lanes: chosen, ...options, again: options.again || options.complete };
}
