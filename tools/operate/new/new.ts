import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defineEnvironments, environmentSettings, organisation } from "../../samples/platform";
import { readText } from "../ephemeral/files";
import { CLUSTER_GUIDE, clusterSteps } from "./cluster";
import { ENVIRONMENT_GUIDE, environmentSteps } from "./environment";
import { follow } from "./follow";
import type { Guide } from "./guide";

/** Answers by their question. */
type Answers = Readonly<Record<string, string>>;

/**
 * Writes the files of a new environment or cluster, and says what is left to do.
 *
 * @throws CommandError if an answer is wrong or a file is in the way; nothing is written then
 */
export async function makeNew(
  kind: "environment" | "cluster",
  answers: Answers,
  project: string,
): Promise<string> {
  const guide = kind === "environment" ? ENVIRONMENT_GUIDE : CLUSTER_GUIDE;
  const page = readFileSync(join(project, guide), "utf8");
  const files = await follow(stepsOf(kind, page, answers, project), project);
  return `${[...new Set(files)].map((file) => `${file}: written`).join("\n")}

Read them: what they say is ${guide}'s example with your answers. Then:

  npx vitest run __tests__/stacks/inventory.test.ts -u
  npm run synth
  npm run changes

${guide} says what else there is to set up, and the order in which to apply.`;
}

function stepsOf(kind: "environment" | "cluster", page: string, answers: Answers, project: string): Guide {
  const { name = "", account = "", cidr = "" } = answers;
  return kind === "environment"
    ? environmentSteps(page, { name, account, cidr }, environmentSettings, organisation.promotion)
    : clusterSteps(page, name, defineEnvironments(environmentSettings), (file) => readText(project, file));
}
