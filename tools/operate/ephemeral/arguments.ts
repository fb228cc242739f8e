import { parseArgs } from "node:util";
import { EPHEMERAL_NAME } from "../../../src/settings/environment/environment";
import { CommandError } from "../../kit/command-error";

/** Action, and environment that it is for. */
export interface Arguments {
  readonly action: "create" | "destroy";
  readonly id: string;

  /** Removes the configuration of an environment that is already destroyed. */
  readonly finish: boolean;
}

const USAGE = "npm run ephemeral -- create <id>, destroy <id> or destroy <id> --finish";

/** @throws CommandError if the command line does not match `USAGE`, or the id cannot name an environment */
export function argumentsOf(args: readonly string[]): Arguments {
  const { positionals, values } = parsed(args);
  const [action, id, ...others] = positionals;
  const { finish = false } = values;

  if (action !== "create" && action !== "destroy") {
    throw new CommandError(`expected create or destroy, got ${shown(action)}; use ${USAGE}`);
  }
  if (id === undefined || others.length > 0) {
    const got = id === undefined ? "none" : shown([id, ...others].join(" "));
    throw new CommandError(`${action}: expected one id such as eph-abc123, got ${got}; use ${USAGE}`);
  }
  if (finish && action === "create") {
    throw new CommandError(`create: expected no --finish, got it; use ${USAGE}`);
  }
  if (!EPHEMERAL_NAME.test(id)) {
    throw new CommandError(
      `${action}: expected "eph-" and 1 to 13 lower-case letters and digits, which make a DNS label, got ${shown(id)}; choose another id`,
    );
  }
  return { action, id, finish };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { finish: { type: "boolean" } } });
  } catch (error) {
    const [problem] = String((error as Error).message).split(". ");
    throw new CommandError(`${problem}; use ${USAGE}`);
  }
}

const shown = (text: string | undefined): string => (text === undefined ? "nothing" : JSON.stringify(text));
