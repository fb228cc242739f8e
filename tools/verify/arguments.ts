import { parseArgs } from "node:util";
import { nearest } from "../../src/settings/checking/nearest";
import { CommandError } from "../kit/command-error";
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
}

/**
 * Arguments of `npm run verify`.
 *
 * @throws CommandError if a name is unknown, with the nearest one
 */
export function argumentsOf(lanes: Lanes, args: readonly string[]): VerifyArguments {
  const { names, ...options } = parse(args);
  const known = lanes.flat().map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const near = nearest(unknown, known);
    throw new CommandError(
      `npm run verify -- ${unknown}: expected a verification, got "${unknown}"; ${near === undefined ? `there are ${known.join(", ")}` : `did you mean ${near}?`}`,
    );
  }
  const chosen =
    names.length === 0 ? lanes : lanes.map((lane) => lane.filter(({ name }) => names.includes(name)));
  return { lanes: chosen, ...options };
}

function parse(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { list: { type: "boolean", default: false }, complete: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    return { ...values, names: positionals };
  } catch (error) {
    const [problem] = String((error as Error).message).split(". ");
    throw new CommandError(
      `${problem}; use npm run verify [-- --complete <name> …] or npm run verify -- --list`,
    );
  }
}
