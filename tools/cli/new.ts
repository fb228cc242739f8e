import { createInterface } from "node:readline/promises";
import { defineCommand } from "../kit/run-command";
import { answersIn, kindOf, NEW, questionsOf } from "../operate/new/arguments";
import { answersTo } from "../operate/new/answers";

export const command = defineCommand(NEW, async (asked, signal) => {
  const kind = kindOf(asked);
  const given = answersIn(asked);
  const terminal = process.stdin.isTTY
    ? createInterface({ input: process.stdin, output: process.stdout })
    : undefined;
  const ask = terminal && ((question: string) => terminal.question(question, { signal }));
  try {
    const answers = await answersTo(questionsOf(asked), given, NEW, ask);
    if (kind === "tenant") {
      const { newTenantOf } = await import("../operate/tenants/tenant");
      console.log(newTenantOf(answers));
    } else {
      await import("../../src/constructs/without-stack-traces");
      const { makeNew } = await import("../operate/new/new");
      console.log(await makeNew(kind, answers, process.cwd()));
    }
  } finally {
    terminal?.close();
  }
  return 0;
});
