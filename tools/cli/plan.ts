import { defineCommand } from "../kit/run-command";
import { plan } from "../operate/plan/plan";

const { env, stdout, stderr } = process;

export const command = defineCommand(
  {
    name: "plan",
    summary: "Plans one stack with Terraform, synthesised anew if anything changed.",
    args: [{ name: "stack", count: "one", help: "a stack, such as vpc-integration" }],
    options: {},
    passesOnTo: "terraform plan",
    notes: "Exit codes: 0 if nothing changes, 2 if something does, 1 if the plan fails.",
  },
  ({ args }, signal) =>
    plan({
      args,
      project: process.cwd(),
      env,
      output: { stdout, stderr },
      colours: stdout.isTTY && !env.NO_COLOR && !env.CI,
      signal,
    }),
);
