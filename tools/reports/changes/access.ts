import { type Blocks, blocksOf } from "./blocks";
import { PROVIDER_PREFIX } from "../../../src/names/group-names";
import { asList, asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";

/** A user, role, pattern or group whose access to the cluster changes. */
export interface AccessChange {
  /** An engineer, an IAM role, all roles whose names match a pattern, or a group of the cluster's identity provider. */
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
  for (const { level, group } of groupsIn(blocks)) {
    levels.set(group, (levels.get(group) ?? new Set()).add(level));
  }
  return levels;
}

/** Groups of an identity provider that a level is bound to. */
const groupsIn = (blocks: Blocks): { readonly level: string; readonly group: string }[] =>
  [...blocks].flatMap(([address, block]) =>
    isMap(block) && address.startsWith("kubernetes_cluster_role_binding_v1.")
      ? asList(block.subject)
          .filter(isMap)
          .map(({ name }) => textOf(name))
          .filter((group) => group.startsWith(PROVIDER_PREFIX))
          .map((group) => ({ level: textOf(asMap(block.role_ref).name), group: groupWording(group) }))
      : [],
  );

const groupWording = (group: string): string => `group ${group.slice(PROVIDER_PREFIX.length)}`;

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
