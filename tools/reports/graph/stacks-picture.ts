import { leavesOf } from "../../../src/output/leaves";
import type { JsonMap } from "../../terraform-json/json-map";
import type { EnvironmentStack } from "./environment-stacks";
import type { Arrow, Picture } from "./picture";

/** Stacks of an environment, and the outputs that they read of each other. */
export const stacksPicture = (environment: string, stacks: readonly EnvironmentStack[]): Picture => ({
  title: `${environment}: stacks, and the outputs that cross between them`,
  direction: "down",
  legend: { blue: "stack, with a state of its own" },
  boxes: stacks.map(({ name }) => ({ id: name, title: name, lines: [], colour: "blue" })),
  arrows: stacks.flatMap(arrowsTo),
});

function arrowsTo({ name, after, json }: EnvironmentStack): Arrow[] {
  const read = outputsRead(json);
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
function outputsRead(json: JsonMap): Map<string, Set<string>> {
  const read = new Map<string, Set<string>>();
  for (const { value } of leavesOf(json)) {
    for (const [, stack = "", output = ""] of value.matchAll(OUTPUT)) {
      read.set(stack, (read.get(stack) ?? new Set()).add(output));
    }
  }
  return new Map([...read].sort(([one], [other]) => one.localeCompare(other)));
}
