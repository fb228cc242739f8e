import { parseArgs } from "node:util";
import { EPHEMERAL_NAME } from "../../../src/settings/environment/environment";
import { CommandError } from "../../kit/command-error";

/** What to do with which environment. */
export interface Arguments {
  readonly action: "create" | "destroy";
  readonly id: string;

  /** Whether everything is destroyed, so that the configuration can go. */
  readonly finish: boolean;
}

const USAGE = "npm run ephemeral -- create <id>, destroy <id> or destroy <id> --finish";

/** @throws CommandError where the command line is none of `USAGE`, or the id could not name an environment */
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
