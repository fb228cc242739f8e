import { type AccessLevelMembers, type AccessMembers, userRole } from "./access-file-schema";
import { rolePattern } from "./role-pattern";
import { type Path, pathText, problem, show } from "../checking/problem";

interface Member {
  readonly level: string;
  readonly path: Path;
  readonly text: string;
}

interface Conflict {
  readonly path: Path;
  readonly text: string;
}

/**
 * Conflicts in the file. EKS takes a role once, so a role that two entries mean could have only one of two
 * levels. A group stands once, so that one line says what it may do.
 */
export function conflictsIn(members: AccessLevelMembers): Conflict[] {
  const users = entriesOf(members, "users").map((user) => ({
    ...user,
    text: userRole(user.text, user.level),
  }));
  const roles = [...users, ...entriesOf(members, "roles")];
  const patterns = entriesOf(members, "patterns").map((pattern) => ({
    ...pattern,
    compiled: rolePattern(pattern.text),
  }));

  return [
    ...repeated(roles, nameOf).map(([role, other]) =>
      conflict(role, "a role that nothing else names", "is", other),
    ),
    ...repeated(patterns, (pattern) => pattern).map(([pattern, other]) =>
      conflict(pattern, "a pattern that stands once", "is", other),
    ),
    ...repeated(entriesOf(members, "groups"), (group) => group).map(([group, other]) =>
      conflict(group, "a group that stands once", "is", other),
    ),
    ...roles.flatMap((role) =>
      patterns
        .filter((pattern) => pattern.level !== role.level && pattern.compiled?.matches(nameOf(role.text)))
        .map((pattern) => conflict(role, "a role that no other level's pattern matches", "matches", pattern)),
    ),
  ];
}

/** Name of a role without its path: names are unique within an account. */
const nameOf = (role: string): string => role.slice(role.lastIndexOf("/") + 1);

const entriesOf = (members: AccessLevelMembers, kind: keyof AccessMembers): Member[] =>
  Object.entries(members).flatMap(([level, lists]) =>
    lists[kind].map((text, index) => ({ level, path: [level, kind, index], text })),
  );

/** Members that equal an earlier one, each with that one. */
function repeated(members: readonly Member[], keyOf: (text: string) => string): [Member, Member][] {
  const first = new Map<string, Member>();
  const pairs: [Member, Member][] = [];
  for (const member of members) {
    // IAM does not distinguish names that differ in case only.
    const key = keyOf(member.text).toLowerCase();
    const other = first.get(key);
    if (other) {
      pairs.push([member, other]);
    } else {
      first.set(key, member);
    }
  }
  return pairs;
}

const conflict = (
  { path, text }: Member,
  expected: string,
  verb: "is" | "matches",
  other: Member,
): Conflict => ({
  path,
  text: problem(
    path,
    expected,
    verb === "is"
      ? `${show(text)}, which ${pathText(other.path)} is too`
      : `${show(text)}, which ${pathText(other.path)} matches`,
    "remove one of the two",
  ),
});
