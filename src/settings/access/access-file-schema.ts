import { z } from "zod";
import { rolePattern } from "./role-pattern";
import { TEMPLATE_START } from "../checking/template-start";

/** Members of an access level. */
export interface AccessMembers {
  /** Engineers by name. Each has the IAM role `<user>-<level>`. */
  readonly users: readonly string[];

  /** Other IAM roles by name, with their path if they have one. */
  readonly roles: readonly string[];

  /** Regular expressions (RE2) over names of IAM roles. */
  readonly patterns: readonly string[];

  /** Groups of the cluster's provider of OpenID Connect, as its tokens name them. */
  readonly groups: readonly string[];
}

/** IAM role that makes an engineer a member of a level. */
export const userRole = (user: string, level: string): string => `${user}-${level}`;

/** Members by the name of their level. */
export type AccessLevelMembers = Readonly<Record<string, AccessMembers>>;

const LONGEST_ROLE_NAME = 64;
const CHARACTERS = "letters, digits and _+=,.@-";

/** A condition on a text, its description, and how to meet it. */
interface Check {
  readonly test: (text: string) => boolean;
  readonly expected: string;
  readonly fix: string;
}

const USER = /^[\w+=,.@-]+$/;

function userChecks(level: string): Check[] {
  const longest = LONGEST_ROLE_NAME - userRole("", level).length;
  return [
    {
      test: (user) => USER.test(user) && user.length <= longest,
      expected: 'a user name such as "jane.doe"',
      fix: `use at most ${longest} ${CHARACTERS}`,
    },
    {
      test: (user) => !user.endsWith(userRole("", level)),
      expected: "a user name without the level",
      fix: `leave "${userRole("", level)}" out`,
    },
  ];
}

const ROLE_CHECKS: readonly Check[] = [
  {
    test: (role) => /^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/.test(role),
    expected: 'the name of an IAM role such as "deploy" or "ci/deploy"',
    fix: `leave out the ARN in front of it, and use at most ${LONGEST_ROLE_NAME} ${CHARACTERS}`,
  },
  {
    test: (role) => !role.startsWith("aws-service-role/"),
    expected: "a role of ours",
    fix: "remove it: EKS lets no service-linked role in",
  },
];

/** Characters of the longest pattern. A list of names beyond that is better written as roles. */
const LONGEST_PATTERN = 1000;

/** Entra ID names groups by their ids, Okta by their names. */
const GROUP_CHECKS: readonly Check[] = [
  {
    test: (group) => /^[\w.@:/-](?:[\w .@:/-]{0,126}[\w.@:/-])?$/.test(group),
    expected: 'a group such as "platform-operators"',
    fix: "write it as tokens of the provider name it: letters, digits, spaces and _.@:/-, at most 128",
  },
];

const PATTERN_CHECKS: readonly Check[] = [
  {
    test: (pattern) => pattern.length <= LONGEST_PATTERN,
    expected: `a regular expression of at most ${LONGEST_PATTERN} characters`,
    fix: "divide it, or name the roles",
  },
  {
    test: (pattern) => rolePattern(pattern) !== undefined || isRegExp(pattern),
    expected: "a regular expression",
    fix: "close its brackets, and quote with a backslash what stands for itself",
  },
  {
    // RE2 has no lookarounds or references to groups. The other exclusions are the beginnings of Terraform's
    // templates.
    test: (pattern) => rolePattern(pattern) !== undefined && !TEMPLATE_START.test(pattern),
    expected: "a regular expression that RE2 and Terraform understand",
    fix: "write it without lookarounds, references to groups, escapes of other letters or the beginning of a Terraform template",
  },
  {
    test: (pattern) => rolePattern(pattern)?.matches("") !== true,
    expected: "a regular expression that only some roles match",
    fix: "say what a name must contain",
  },
];

/** True for a regular expression. It is parsed and never run: some would run for ever. */
function isRegExp(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

type Texts = z.ZodType<readonly string[]>;

const listOf = (checks: readonly Check[]) => z.array(checks.reduce(withCheck, z.string())).readonly();

const withCheck = (schema: z.ZodString, { test, expected, fix }: Check) =>
  schema.refine(test, { error: expected, params: { fix }, abort: true });

const keysAre = (known: readonly string[]) => ({
  error: ({ code }: { code?: string }) => (code === "unrecognized_keys" ? known.join(", ") : undefined),
});

/** Checks of a user whose level is not known here. The access file has checked the rest. */
const ANY_USER: readonly Check[] = [
  {
    test: (user) => USER.test(user),
    expected: 'a user name such as "jane.doe"',
    fix: `use ${CHARACTERS}`,
  },
];

function membersWith(users: readonly Check[], list: (checks: readonly Check[]) => Texts) {
  const members = {
    users: list(users),
    roles: list(ROLE_CHECKS),
    patterns: list(PATTERN_CHECKS),
    groups: list(GROUP_CHECKS),
  };
  return z.strictObject(members, keysAre(Object.keys(members)));
}

/** Content of an access file, for an organisation with these levels. */
export const accessFileWith = (levels: readonly string[]): z.ZodType<AccessLevelMembers> =>
  z.strictObject(
    Object.fromEntries(
      levels.map((level) => [
        level,
        membersWith(userChecks(level), (checks) => listOf(checks).default([])).optional(),
      ]),
    ),
    keysAre(levels),
  ) as unknown as z.ZodType<AccessLevelMembers>;

/** Members as they were read from a file: every list is there, and every level was checked. */
export const ACCESS_MEMBERS: z.ZodType<AccessLevelMembers> = z.record(
  z.string(),
  membersWith(ANY_USER, listOf),
);
