import { type Json, leavesOf } from "../../../src/output/leaves";
import type { SynthesisedStack, TerraformJson } from "./environment-stacks";
import type { Arrow, Picture } from "./picture";

/** Stacks of an environment, and the outputs that they read of each other. */
export const stacksPicture = (environment: string, stacks: readonly SynthesisedStack[]): Picture => ({
  title: `${environment}: stacks, and the outputs that cross between them`,
  direction: "down",
  boxes: stacks.map(({ name }) => ({ id: name, title: name, lines: [], colour: "blue" })),
  arrows: stacks.flatMap(arrowsTo),
});

function arrowsTo({ name, after, terraform }: SynthesisedStack): Arrow[] {
  const read = outputsRead(terraform);
  const crossing = [...read].map(([from, outputs]) => ({
    from,
    to: name,
    labels: [...outputs].sort(),
    dashed: false,
  }));
  const orderOnly = after
    .filter((from) => !read.has(from))
    .map((from) => ({ from, to: name, labels: ["applied first"], dashed: true }));
  return [...crossing, ...orderOnly];
}

const OUTPUT = /data\.terraform_remote_state\.([\w-]+)\.outputs\.([\w-]+)/g;

/** Outputs that a stack reads, by the stack that publishes them. */
function outputsRead(terraform: TerraformJson): Map<string, Set<string>> {
  const read = new Map<string, Set<string>>();
  for (const { value } of leavesOf(terraform as Json)) {
    for (const [, stack = "", output = ""] of value.matchAll(OUTPUT)) {
      read.set(stack, (read.get(stack) ?? new Set()).add(output));
    }
  }
  return new Map([...read].sort(([one], [other]) => one.localeCompare(other)));
}
