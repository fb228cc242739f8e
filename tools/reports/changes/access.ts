import { type Blocks, blocksOf } from "./blocks";
import { asList, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";

/** A user, role or pattern whose access to the cluster changes. */
export interface AccessChange {
  /** An engineer, an IAM role, or all roles whose names match a pattern. */
  readonly who: string;

  /** Levels on each side. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Members who gain, lose or change their access level, by access entries and by `aws-auth`. */
export function accessChangesBetween(base: JsonMap, head: JsonMap): AccessChange[] {
  const [before, after] = [levelsIn(blocksOf(base)), levelsIn(blocksOf(head))];
  const everybody = [...new Set([...before.keys(), ...after.keys()])].sort();

  return everybody
    .map((who) => ({
      who,
      before: [...(before.get(who) ?? [])].sort(),
      after: [...(after.get(who) ?? [])].sort(),
    }))
    .filter((change) => change.before.join() !== change.after.join());
}

function levelsIn(blocks: Blocks): Map<string, Set<string>> {
  const levels = new Map<string, Set<string>>();
  for (const { level, members } of grantsIn(blocks)) {
    for (const who of membersIn(members, blocks).map((member) => person(member, level))) {
      levels.set(who, (levels.get(who) ?? new Set()).add(level));
    }
  }
  return levels;
}

/** IAM roles that get a level: a Terraform expression that lists them. */
interface Grant {
  readonly level: string;
  readonly members: string;
}

const grantsIn = (blocks: Blocks): Grant[] =>
  [...blocks].flatMap(([address, block]) => {
    if (!isMap(block)) {
      return [];
    }
    if (address.startsWith("aws_eks_access_entry.")) {
      const level = asList(block.kubernetes_groups).map(textOf).join(", ") || textOf(block.type);
      return [{ level, members: textOf(block.for_each ?? block.principal_arn) }];
    }
    const { data } = block;
    return address.startsWith("kubernetes_config_map_v1_data.") && isMap(data)
      ? mapped(textOf(data.mapRoles))
      : [];
  });

/** The mappings that `awsAuthRoles` writes, one loop for each level. */
const mapped = (mapRoles: string): Grant[] =>
  [...mapRoles.matchAll(/in toset\((.*?)\): .*?groups = (\[.*?\])/g)].map(
    ([, members = "", groups = "[]"]) => ({
      members,
      level: (JSON.parse(groups) as string[]).join(", "),
    }),
  );

/** A list of strings in an expression. */
const STRINGS = /\[("(?:[^"\\]|\\.)*"(?:, ?"(?:[^"\\]|\\.)*")*)\]/g;

function membersIn(expression: string, blocks: Blocks): string[] {
  const arn = /^arn:[^$]*:role\/(.+)$/.exec(expression);
  const named = arn
    ? [arn[1]!]
    : [...expression.matchAll(STRINGS)].flatMap(([list]) => JSON.parse(list) as string[]);

  const patterns = [...expression.matchAll(/data\.aws_iam_roles\.[\w-]+/g)].flatMap(([address]) => {
    const roles = blocks.get(address);
    return isMap(roles) && typeof roles.name_regex === "string" ? alternatives(roles.name_regex) : [];
  });
  return [...named.map(withoutPath), ...patterns.map((pattern) => `roles like ${pattern}`)];
}

/** Patterns that a regular expression joins. With groups it stays one. */
const alternatives = (regex: string): string[] => (/[()]/.test(regex) ? [regex] : regex.split("|"));

const withoutPath = (role: string): string => role.slice(role.lastIndexOf("/") + 1);

/** Engineer behind a role: its name is the engineer's and the level's. */
const person = (member: string, level: string): string =>
  member.startsWith("roles like ") || !member.endsWith(`-${level}`)
    ? member
    : member.slice(0, -level.length - 1);
