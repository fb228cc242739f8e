import { EPHEMERAL_NAME } from "../../../src/settings/environment/environment";
import { type Asked, commandLine } from "../../kit/command";
import { CommandError } from "../../kit/command-error";

/** Action, and environment that it is for. */
export interface Arguments {
  readonly action: "create" | "destroy";
  readonly id: string;

  /** Removes the configuration of an environment that is already destroyed. */
  readonly finish: boolean;
}

export const EPHEMERAL = commandLine({
  name: "ephemeral",
  summary: "Writes down an environment for a few days, and says how to make and destroy it.",
  args: [
    { name: "action", count: "one", oneOf: ["create", "destroy"], help: "what to do" },
    { name: "id", count: "one", help: "name of the environment, such as eph-abc123" },
  ],
  options: { finish: { help: "with destroy: removes the configuration once everything is destroyed" } },
});

/** @throws CommandError if the id could not name an environment, or the options contradict each other */
export function argumentsOf({ args, options: { finish } }: Asked<typeof EPHEMERAL.options>): Arguments {
  const [given, id = ""] = args;
  const action = given === "create" ? "create" : "destroy";
  if (finish && action === "create") {
    throw new CommandError(`create: expected no --finish, got it; leave it out`);
  }
  if (!EPHEMERAL_NAME.test(id)) {
    throw new CommandError(
      `${action}: expected "eph-" and 1 to 13 lower-case letters and digits, which make a DNS label, got ${JSON.stringify(id)}; choose another id`,
    );
  }
  return { action, id, finish };
}
