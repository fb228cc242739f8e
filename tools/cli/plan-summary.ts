import { readFile } from "node:fs/promises";
import { defineCommand } from "../kit/run-command";
import { planRow } from "../operate/deploy/plan-summary";
import { findStack } from "../terraform-json/stack";

export const command = defineCommand(
  {
    name: "plan-summary",
    summary: "Prints a row of Markdown for a stack's plan.",
    args: [
      { name: "stack", count: "one", help: "stack of cdktf.out" },
      { name: "file", count: "one", help: "output of cdktf diff" },
      { name: "code", count: "one", help: "exit code of cdktf diff" },
    ],
    options: {},
  },
  async ({ args: [id, log = "", code] }) => {
    console.log(
      planRow(findStack("cdktf.out", id), { code: Number(code), log: await readFile(log, "utf8") }),
    );
    return 0;
  },
);
