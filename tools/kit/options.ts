import { parseArgs, type ParseArgsConfig } from "node:util";
import { CommandError } from "./command-error";

type Options = NonNullable<ParseArgsConfig["options"]>;

/**
 * Values of a command's options.
 *
 * @throws CommandError if an option is unknown or lacks its value, with the usage
 */
export function optionsOf<const T extends Options>(args: readonly string[], options: T, usage: string) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const [problem] = String((error as Error).message).split(". ");
    throw new CommandError(`${problem}; use ${usage}`);
  }
}
