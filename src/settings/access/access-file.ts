import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { conflictsIn } from "./access-file-conflicts";
import { accessFileWith, type AccessLevelMembers, type AccessMembers, userRole } from "./access-file-schema";
import { locatedIssue } from "./located-issue";
import { show } from "../checking/problem";
import { parseYaml, type YamlSource } from "./yaml-source";
import type { LocatedProblem } from "./yaml-syntax";

/** Access levels of one environment and their members, as the file has them. */
export interface AccessFile {
  /** Path relative to the project. */
  readonly path: string;

  /** Members by level; empty if there are problems. */
  readonly members: AccessLevelMembers;

  /** Problems, each with the path and the line first. */
  readonly problems: readonly string[];
}

/**
 * Reads `<folder>/<environment>.yaml`. Never throws: problems are part of the result.
 *
 * @param levels - names of the organisation's levels of access
 */
export function readAccessFile(
  environmentName: string,
  folder: string,
  levels: readonly string[],
): AccessFile {
  const path = relative("", join(folder, `${environmentName}.yaml`));
  const other = path.replace(/yaml$/, "yml");
  const refused = (problem: string): AccessFile => ({ path, members: {}, problems: [problem] });

  if (existsSync(other)) {
    return refused(
      existsSync(path)
        ? `${path}: expected one file that says who has access, got ${other} beside it; put both in ${path}`
        : `${path}: expected a file that says who has access, got ${other}; rename it`,
    );
  }
  try {
    return parseAccessFile(path, readFileSync(path, "utf8"), levels);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return refused(
      `${path}: expected a file that says who has access, got ${reason}; copy another environment's`,
    );
  }
}

/** Parses as `readAccessFile` does, for text that is at hand. */
export function parseAccessFile(path: string, text: string, levels: readonly string[]): AccessFile {
  const source = parseYaml(text);
  const { members, problems } = membersIn(source, levels);
  const all = [...source.problems, ...problems].sort((a, b) => a.line - b.line);

  return {
    path,
    members: all.length > 0 ? {} : members,
    problems: all.map(({ line, text }) => `${path}:${line}: ${text}`),
  };
}

/** Names of the IAM roles that a level's users and roles are, with their paths. */
export const rolesOf = (level: string, { users, roles }: AccessMembers): string[] => [
  ...users.map((user) => userRole(user, level)),
  ...roles,
];

interface Outcome {
  readonly members: AccessLevelMembers;
  readonly problems: readonly LocatedProblem[];
}

const NOBODY: Outcome = { members: {}, problems: [] };

function membersIn({ value, lineOf }: YamlSource, levels: readonly string[]): Outcome {
  if (value === undefined) {
    return NOBODY;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const text = `expected access levels, got ${show(value ?? undefined)}; list at least one, such as ${levels[0] ?? "developer"}`;
    return { members: {}, problems: [{ line: 1, text }] };
  }

  const { data, error } = accessFileWith(levels).safeParse(value, { reportInput: true });
  return error
    ? { members: {}, problems: error.issues.flatMap((issue) => locatedIssue(issue, lineOf)) }
    : { members: data, problems: conflictsIn(data).map(({ path, text }) => ({ line: lineOf(path), text })) };
}
