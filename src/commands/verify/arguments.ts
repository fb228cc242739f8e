import { parseArgs } from "node:util";
import { nearest } from "../../config/rules/nearest";
import { CommandError } from "../command-error";
import type { NamedVerification } from "./verifications";

type Lanes = readonly (readonly NamedVerification[])[];

/**
 * The verifications that were asked for by name, in their lanes; all where none was named. `list` where what there is
 * was asked for.
 *
 * @throws CommandError where a name is unknown, with the one that may have been meant
 */
export function chosenFrom(lanes: Lanes, args: readonly string[]): Lanes | "list" {
  const { list, names } = parse(args);
  if (list) {
    return "list";
  }
  const known = lanes.flat().map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const near = nearest(unknown, known);
    throw new CommandError(
      `npm run verify -- ${unknown}: expected a verification, got "${unknown}"; ${near === undefined ? `there are ${known.join(", ")}` : `did you mean ${near}?`}`,
    );
  }
  return names.length === 0 ? lanes : lanes.map((lane) => lane.filter(({ name }) => names.includes(name)));
}

function parse(args: readonly string[]): { list: boolean; names: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { list: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    return { list: values.list, names: positionals };
  } catch (error) {
    const [problem] = String((error as Error).message).split(". ");
    throw new CommandError(`${problem}; use npm run verify [-- <name> …] or npm run verify -- --list`);
  }
}
