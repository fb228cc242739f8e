/** Characters that GitHub takes in a comment, less some for the marker by which the comment is found again. */
const LIMIT = 65_000;

const CUT =
  "\n\n_Cut here: GitHub takes no longer comment. The summary of the job `changes` has all of it._\n";

export interface CommentParts {
  /** Markdown of `npm run changes`. */
  readonly changes: string;

  /** Row of each stack that was planned, by its id. */
  readonly rows: Readonly<Record<string, string>>;

  /** Stacks that a job had to plan. */
  readonly planned: readonly string[];
  readonly notDeployed: Readonly<Record<string, readonly string[]>>;
}

/** The comment on a pull request: what it changes, with the plans below, and never longer than GitHub takes. */
export function comment({ changes, rows, planned, notDeployed }: CommentParts): string {
  const own = planned.map((id) => rows[id]?.trim() ?? `| ${id} | :x: did not finish | |`);
  const later = Object.entries(notDeployed).flatMap(([environment, ids]) =>
    ids.map((id) => `| ${id} | not planned: ${environment} is not deployed yet | |`),
  );
  const table = [...own, ...later];
  const plans =
    table.length > 0 ? `\n## Plans\n\n| Stack | Plan | |\n| --- | --- | --- |\n${table.join("\n")}\n` : "";
  return `${shortened(changes, LIMIT - Math.min(plans.length, LIMIT))}${plans}`.slice(0, LIMIT);
}

/** Markdown that fits, cut after a whole line, with what is open at the cut closed. */
function shortened(markdown: string, limit: number): string {
  if (markdown.length <= limit) {
    return markdown;
  }
  const room = Math.max(0, limit - CUT.length - CLOSING_ROOM);
  const kept = markdown.slice(0, markdown.lastIndexOf("\n", room) + 1);
  const fences = kept.match(/^\s*```/gm)?.length ?? 0;
  const open = (kept.match(/<details>/g)?.length ?? 0) - (kept.match(/<\/details>/g)?.length ?? 0);
  return `${kept}${fences % 2 === 1 ? "```\n" : ""}${"</details>\n".repeat(Math.max(0, open))}${CUT}`;
}

/** Characters for closing a fence and a few folded sections. */
const CLOSING_ROOM = 100;
