import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Rights } from "./ask";

const FOLDER = "docs/rights";

/** File with the rights in a cluster, of which changes are reviewed. */
export const pinnedFile = (cluster: string): string => `${FOLDER}/${cluster}.md`;

/** Page with a table of rights. */
export function pageOf(cluster: string, rights: Rights): string {
  const groups = [...(rights.values().next().value?.keys() ?? [])];
  const rows = [...rights].map(([deed, byGroup]) => [
    deed,
    ...groups.map((group) => cellOf(byGroup.get(group) ?? [])),
  ]);
  return [
    `# Rights in ${cluster}`,
    "",
    "Answers of a real API server that has the roles and bindings of this cluster, for each group of Kubernetes and for",
    "everybody who has signed in: `everywhere`, or the namespaces in which members may do it. Policies of EKS",
    "(`AmazonEKSViewPolicy`, `AmazonEKSClusterAdminPolicy`) come on top: only EKS knows them.",
    "",
    "`npm run rights` writes this page; `npm run verify -- api-server` compares it.",
    "",
    ...table([["", ...groups], ...rows]),
    "",
  ].join("\n");
}

const cellOf = (places: readonly string[]): string => places.join(", ") || "–";

/** Lines of a table whose first row is its head, as Prettier lays them out. */
function table([head = [], ...rows]: readonly (readonly string[])[]): string[] {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(" | ")} |`;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.map(line)];
}

/** Rows of a page that differ from the committed one. */
export function differencesFrom(cluster: string, page: string, project = "."): string[] {
  const file = pinnedFile(cluster);
  const place = join(project, file);
  if (!existsSync(place)) {
    return [
      `${file}: expected the rights in ${cluster}, got no file; run npm run rights, and review what it writes`,
    ];
  }
  const [pinned, asked] = [readFileSync(place, "utf8"), page].map(rowsIn) as [Rows, Rows];
  return [...new Set([...pinned.keys(), ...asked.keys()])].flatMap((deed) => {
    const [before, now] = [pinned.get(deed) ?? "no row", asked.get(deed) ?? "no row"];
    return before === now
      ? []
      : [
          `${file}: ${deed}: expected ${before}, got ${now}; take the right away, or run npm run rights and have it reviewed`,
        ];
  });
}

type Rows = ReadonlyMap<string, string>;

/** Cells of a page's table by the deeds that they are about. The head is a row, too. */
const rowsIn = (page: string): Rows =>
  new Map(
    page
      .split("\n")
      .filter((line) => line.startsWith("| ") && !line.startsWith("| --"))
      .map((line) =>
        line
          .slice(2, -2)
          .split(" | ")
          .map((cell) => cell.trim()),
      )
      .map(([deed = "", ...cells]) => [deed || "groups", cells.join(" | ")]),
  );
