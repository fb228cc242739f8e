import { inventoryOfStacks } from "../../checks/reach/inventory-of-cluster";
import { bySort, type ReachRow, reachRows } from "../../checks/reach/rows";
import type { EnvironmentStack } from "./environment-stacks";
import { arrow } from "./part";
import type { Arrow, Box, Picture } from "./picture";
import { wrapped } from "./wrapped";

/** Widest line of a list of names. */
const WIDTH = 44;

/** Everything that people, teams and programs can come to control, as `npm run verify -- reach` computes it. */
export function reachPicture(environment: string, stacks: readonly EnvironmentStack[]): Picture {
  const rows = reachRows(inventoryOfStacks(stacks)).map((row, index) => ({ row, id: `subjects ${index}` }));
  const arrows = rows.flatMap(({ row, id }) => arrowsOf(row, id));
  const reached = [...new Set(arrows.map(({ to }) => to))];

  return {
    title: `${environment}: who can come to control what`,
    direction: "right",
    legend: {
      green: "people, teams and programs that reach the same",
      yellow: "what they reach",
      grey: "reaches nothing of its own",
    },
    boxes: [...rows.map(({ row, id }) => subjects(row, id)), ...reached.map(target)],
    arrows,
  };
}

const subjects = (
  { subjects: names, administrators, runsIn, readsIn, beyond }: ReachRow,
  id: string,
): Box => ({
  id,
  title: "",
  lines: bySort(names).flatMap(([sort, own]) => wrapped(`${sort} ${own.join(", ")}`, WIDTH)),
  colour: administrators || [runsIn, readsIn, beyond].some(({ length }) => length > 0) ? "green" : "grey",
});

const EVERYTHING = "the whole cluster";

function arrowsOf({ administrators, runsIn, readsIn, beyond }: ReachRow, id: string): Arrow[] {
  if (administrators) {
    return [arrow(id, EVERYTHING, "administer it")];
  }
  const namespaces = [...new Set([...runsIn, ...readsIn])];
  return [
    ...namespaces.map((namespace) =>
      arrow(
        id,
        `namespace ${namespace}`,
        ...(runsIn.includes(namespace) ? ["run programs"] : []),
        ...(readsIn.includes(namespace) ? ["read Secrets"] : []),
      ),
    ),
    ...beyond.map((what) => arrow(id, what)),
  ];
}

const target = (id: string): Box => ({ id, title: "", lines: wrapped(id, WIDTH), colour: "yellow" });
