/** Something measured. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: "s" | "ms" | "MB" | "×";

  /**
   * Value that the figure should not exceed.
   *
   * @default - no aim: the figure is there for comparison
   */
  readonly aim?: number;
}

/** Figures in columns, each with its aim and its distance to it. */
export function benchTable(figures: readonly Figure[]): string {
  const rows = [["figure", "measured", "aim", ""], ...figures.map(row)];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((cells) => cells[column]!.length)));

  return rows
    .map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
    .map((line) => line.trimEnd())
    .join("\n");
}

const row = ({ what, value, unit, aim }: Figure): string[] => {
  const measured = `${Number(value.toPrecision(3))} ${unit}`;
  return aim === undefined
    ? [what, measured, "", ""]
    : [what, measured, `≤ ${aim} ${unit}`, value <= aim ? "pass" : "miss"];
};
