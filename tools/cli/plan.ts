import { plan } from "../operate/plan/plan";
import { runCommand } from "../kit/run-command";

const { env, stdout, stderr } = process;

void runCommand((signal) =>
  plan({
    args: process.argv.slice(2),
    project: process.cwd(),
    env,
    output: { stdout, stderr, colours: stdout.isTTY && !env.NO_COLOR && !env.CI },
    signal,
  }),
);
