import { CommandError } from "../kit/command-error";
import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "bench",
    summary: "Measures synth against the floor and against the stock way.",
    args: [],
    options: {
      rounds: { value: "number", help: "runs of each program, whose median counts (5)" },
      peer: {
        value: "folder",
        help: "measures against cdk-eks-blueprints alone, which is installed in this folder outside the project",
      },
    },
  },
  async ({ options: { rounds = "5", peer } }) => {
    if (!/^[1-9]\d{0,2}$/.test(rounds)) {
      throw new CommandError(`--rounds: expected a whole number from 1 to 999, got "${rounds}"; correct it`);
    }
    if (peer !== undefined) {
      await (await import("../reports/bench/peer")).benchPeer(peer, Number(rounds));
      return 0;
    }
    await (await import("../reports/bench/bench")).bench(Number(rounds));
    return 0;
  },
);
