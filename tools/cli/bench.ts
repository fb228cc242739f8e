import { CommandError } from "../kit/command-error";
import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "bench",
    summary: "Measures synth against the floor and against the stock way.",
    args: [],
    options: { rounds: { value: "number", help: "runs of each program, whose median counts (5)" } },
  },
  async ({ options: { rounds = "5" } }) => {
    if (!/^[1-9]\d{0,2}$/.test(rounds)) {
      throw new CommandError(`--rounds: expected a whole number from 1 to 999, got "${rounds}"; correct it`);
    }
    await (await import("../reports/bench/bench")).bench(Number(rounds));
    return 0;
  },
);
