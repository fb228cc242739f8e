import { nearest } from "../checking/nearest";
import { ownValue } from "../checking/own-value";
import { oneOf, type Path, problem, show } from "../checking/problem";
import { type ChartsLayoutConfig, OWN_LAYOUT } from "./charts-layout-schema";

type Layouts = Readonly<Record<string, ChartsLayoutConfig>>;

/** Layout of the organisation by its name; `undefined` for charts that were made for this platform. */
export const chartsLayout = (name: string, layouts: Layouts): ChartsLayoutConfig | undefined =>
  name === OWN_LAYOUT ? undefined : ownValue(layouts, name);

/** Refuses the name of a layout that the organisation does not describe. */
export function layoutExists(name: string, layouts: Layouts, at: Path): string[] {
  if (name === OWN_LAYOUT || chartsLayout(name, layouts) !== undefined) {
    return [];
  }
  const names = [OWN_LAYOUT, ...Object.keys(layouts)];
  const meant = nearest(name, names);
  return [
    problem(
      at,
      oneOf(names),
      show(name),
      meant === undefined
        ? "describe the layout in chartsLayouts of the organisation"
        : `did you mean ${show(meant)}?`,
    ),
  ];
}
