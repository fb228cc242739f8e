import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { ACCESS_FOLDER } from "../../../src/platform/access";
import { parseAccessFile, readAccessFile, rolesOf } from "../../../src/settings/access/access-file";
import { accessLevels, organisation } from "../../support/organisation";

const parse = (...lines: string[]) => parseAccessFile("access.yaml", lines.join("\n"), accessLevels);
const problemsOf = (...lines: string[]) => parse(...lines).problems;

const NO_COLON = "expected a name and a colon, got text without a colon; write name: value";

describe("parseAccessFile", () => {
  it("reads who has which level", () => {
    const { members, problems } = parse(
      "developer:",
      "  users: [jane.doe]",
      "  roles: [deploy, ci/release]",
      "readonly:",
      "  patterns: ['\\..*readonly$']",
    );

    expect(problems).toEqual([]);
    expect(members).toEqual({
      developer: { users: ["jane.doe"], roles: ["deploy", "ci/release"], patterns: [], groups: [] },
      readonly: { users: [], roles: [], patterns: ["\\..*readonly$"], groups: [] },
    });
  });

  it("lists every problem by line, and gives nobody anything", () => {
    const file = parse(
      "developer:",
      "  users:",
      "    - jane.doe",
      "    - jane doe",
      "    - 12",
      "  user: [john.doe]",
      "developr:",
      "  users: []",
      "readonly: jane.doe",
    );

    expect(file.members).toEqual({});
    expect(file.problems).toEqual([
      'access.yaml:4: developer.users[1]: expected a user name such as "jane.doe", got "jane doe"; use at most 54 letters, digits and _+=,.@-',
      "access.yaml:5: developer.users[2]: expected a string, got 12; put it in quotes",
      'access.yaml:6: developer.user: expected one of users, roles, patterns, groups, got "user"; did you mean users?',
      'access.yaml:7: developr: expected one of fulladmin, platformengineer, tempadmin, developer, licensinguser, dguengineer, ithctester, readonly, got "developr"; did you mean developer?',
      'access.yaml:9: readonly: expected an object, got "jane.doe"; write an object',
    ]);
  });

  it.each([
    ["an empty file", "", "nothing"],
    ["a file of comments", "# nobody yet", "nothing"],
    ["a list", "- developer", "a list"],
    ["a word", "developer", '"developer"'],
  ])("refuses %s", (_, text, got) => {
    expect(problemsOf(text)).toEqual([
      `access.yaml:1: expected access levels, got ${got}; list at least one, such as fulladmin`,
    ]);
  });

  it.each([
    ["a list that is not closed", "  users: [jane.doe", "expected a closing ], got none; close the list"],
    ["a word without a colon", "  users", NO_COLON],
    ["a word and a value without a colon", "  users jane.doe", NO_COLON],
    [
      "a tab",
      "\tusers: [jane.doe]",
      "expected spaces before the text, got a tab; indent the line with spaces",
    ],
    [
      "an escape that is none",
      '  patterns: ["\\.x"]',
      "expected YAML, got: Invalid escape sequence \\.; correct the line, or quote its value",
    ],
    [
      "a quote that is not closed",
      "  users: ['jane.doe]",
      "expected YAML, got: Missing closing 'quote; correct the line, or quote its value",
    ],
  ])("refuses %s once, with its line", (_, line, problem) => {
    expect(problemsOf("developer:", "  roles: [x]", line, "readonly:", "  users: [y]")).toEqual([
      `access.yaml:3: ${problem}`,
    ]);
  });

  it.each([
    [
      "inside a level",
      ["developer:", "<<<<<<< HEAD", "  users: [a]", "=======", "  users: [b]", ">>>>>>> x"],
    ],
    ["around a level", ["", "<<<<<<< HEAD", "developer: {}", "||||||| base", "=======", ">>>>>>> x"]],
  ])("refuses a merge conflict %s once, with its first line", (_, lines) => {
    expect(problemsOf(...lines)).toEqual([
      "access.yaml:2: expected YAML, got an unresolved merge conflict; keep one side, and remove the lines <<<<<<<, ======= and >>>>>>>",
    ]);
  });

  it("refuses a second document", () => {
    expect(problemsOf("developer: {}", "---", "readonly: {}")).toEqual([
      "access.yaml:2: expected YAML, got: Source contains multiple documents; correct the line, or quote its value",
    ]);
  });

  it("refuses a tag that YAML does not know", () => {
    expect(problemsOf("developer:", "  users: !env [USERS]")).toEqual([
      "access.yaml:2: expected YAML, got: Unresolved tag: !env; correct the line, or quote its value",
    ]);
  });

  it("refuses aliases, a few lines of which can fill memory", () => {
    expect(problemsOf("developer: &team", "  users: [jane.doe]", "readonly: *team")).toEqual([
      'access.yaml:3: expected a value, got the alias "*team"; write the value out',
    ]);
  });

  it("refuses a key that stands twice, beside what else is wrong", () => {
    expect(problemsOf("developer:", "  users: [jane.doe]", "readonly: 3", "developer: {}")).toEqual([
      "access.yaml:3: readonly: expected an object, got 3; write an object",
      "access.yaml:4: expected key developer once, got it on line 1 too; put both in one place",
    ]);
  });

  it("allows a user name that just fits the role it becomes", () => {
    const longest = "x".repeat(54);

    expect(problemsOf("developer:", `  users: [${longest}]`)).toEqual([]);
    expect(problemsOf("developer:", `  users: [x${longest}]`)).toEqual([
      `access.yaml:2: developer.users[0]: expected a user name such as "jane.doe", got "x${longest}"; use at most 54 letters, digits and _+=,.@-`,
    ]);
  });

  it("refuses a user name that ends in the level", () => {
    expect(problemsOf("developer:", "  users: [jane.doe-developer]")).toEqual([
      'access.yaml:2: developer.users[0]: expected a user name without the level, got "jane.doe-developer"; leave "-developer" out',
    ]);
  });

  it("refuses an ARN and a service-linked role", () => {
    const arn = "arn:aws:iam::123456789012:role/deploy";

    expect(problemsOf("developer:", "  roles:", `    - ${arn}`, "    - aws-service-role/eks")).toEqual([
      `access.yaml:3: developer.roles[0]: expected the name of an IAM role such as "deploy" or "ci/deploy", got "${arn}"; leave out the ARN in front of it, and use at most 64 letters, digits and _+=,.@-`,
      'access.yaml:4: developer.roles[1]: expected a role of ours, got "aws-service-role/eks"; remove it: EKS lets no service-linked role in',
    ]);
  });

  it("refuses a pattern that does not compile", () => {
    expect(problemsOf("developer:", "  patterns: ['(developer']")).toEqual([
      'access.yaml:2: developer.patterns[0]: expected a regular expression, got "(developer"; close its brackets, and quote with a backslash what stands for itself',
    ]);
  });

  it.each([
    ["brackets that are never closed", "[".repeat(30_000)],
    ["lists in lists", `developer: ${"[".repeat(51)}${"]".repeat(51)}`],
    ["items of items", "- ".repeat(30_000)],
    ["keys of keys", "? ".repeat(30_000)],
  ])("refuses %s, which no parser gets to the end of", (_, text) => {
    expect(problemsOf(text)).toEqual([
      "access.yaml:1: expected at most 50 levels of YAML, got more; close its brackets, or write less of it inside each other",
    ]);
  });

  it("refuses what is no text as a key", () => {
    expect(problemsOf("developer: {}", "? [readonly]", ": {}", "? {a: b}", ": {}")).toEqual([
      "access.yaml:2: expected a name, got a list before the colon; write text",
      "access.yaml:4: expected a name, got an object before the colon; write text",
    ]);
  });

  it.each(["(?i)^admin", "\\.[[:alpha:]]+$", "(?P<team>[a-z]+)-admin"])(
    "takes the pattern %s, which RE2 understands",
    (pattern) => {
      expect(problemsOf("developer:", `  patterns: ['${pattern}']`)).toEqual([]);
    },
  );

  it.each(["(?:(?:a?){1000}){1000}", "(?:a?){1001}"])(
    "refuses the pattern %s, which repeats more than RE2 does",
    (pattern) => {
      expect(problemsOf("developer:", `  patterns: ['${pattern}']`)).toEqual([
        expect.stringContaining("expected a regular expression that RE2 and Terraform understand, got"),
      ]);
    },
  );

  it("refuses a pattern that nobody could read", () => {
    expect(problemsOf("developer:", `  patterns: ['${"a".repeat(1001)}']`)).toEqual([
      `access.yaml:2: developer.patterns[0]: expected a regular expression of at most 1000 characters, got "${"a".repeat(80)}…"; divide it, or name the roles`,
    ]);
  });

  it("comes to an end with a pattern that would backtrack for ever", () => {
    const role = `${"a".repeat(60)}-`;
    const lines = ["developer:", `  roles: [${role}]`, "readonly:", "  patterns: ['^(a+)+$']"];

    expect(problemsOf(...lines)).toEqual([]);
  });

  it.each(["(?=.*-x)y", "(?<!a)b", "(a)\\1", "\\q", "x${y", "x%{y"])(
    "refuses the pattern %s, which RE2 or Terraform would misread",
    (pattern) => {
      expect(problemsOf("developer:", `  patterns: ['${pattern}']`)).toEqual([
        `access.yaml:2: developer.patterns[0]: expected a regular expression that RE2 and Terraform understand, got ${JSON.stringify(pattern)}; write it without lookarounds, references to groups, escapes of other letters or the beginning of a Terraform template`,
      ]);
    },
  );

  it.each(["", ".*", "admin|"])("refuses the pattern '%s', which every role matches", (pattern) => {
    expect(problemsOf("developer:", `  patterns: ['${pattern}']`)).toEqual([
      `access.yaml:2: developer.patterns[0]: expected a regular expression that only some roles match, got "${pattern}"; say what a name must contain`,
    ]);
  });

  it("refuses one role under two names or levels", () => {
    expect(
      problemsOf(
        "developer:",
        "  users: [jane.doe]",
        "  roles: [staff/Jane.Doe-developer]",
        "readonly:",
        "  roles: [jane.doe-developer]",
      ),
    ).toEqual([
      'access.yaml:3: developer.roles[0]: expected a role that nothing else names, got "staff/Jane.Doe-developer", which developer.users[0] is too; remove one of the two',
      'access.yaml:5: readonly.roles[0]: expected a role that nothing else names, got "jane.doe-developer", which developer.users[0] is too; remove one of the two',
    ]);
  });

  it("refuses a role that another level's pattern matches", () => {
    expect(
      problemsOf(
        "fulladmin:",
        "  roles: [jane.doe-developer]",
        "developer:",
        "  patterns: ['\\..*developer$']",
      ),
    ).toEqual([
      'access.yaml:2: fulladmin.roles[0]: expected a role that no other level\'s pattern matches, got "jane.doe-developer", which developer.patterns[0] matches; remove one of the two',
    ]);
  });

  it("allows a role that its own level's pattern matches", () => {
    expect(problemsOf("developer:", "  users: [jane.doe]", "  patterns: ['\\..*developer$']")).toEqual([]);
  });

  it("refuses a pattern that stands twice", () => {
    expect(problemsOf("developer:", "  patterns: [dev$]", "readonly:", "  patterns: [dev$]")).toEqual([
      'access.yaml:4: readonly.patterns[0]: expected a pattern that stands once, got "dev$", which developer.patterns[0] is too; remove one of the two',
    ]);
  });

  const word = fc.constantFrom(
    ...[
      "developer",
      "readonly",
      "users",
      "roles",
      "patterns",
      "jane.doe",
      "x/y",
      "'(?=a)'",
      "'(",
      "&a",
      "*a",
    ],
    ...[
      ":",
      ": ",
      "- ",
      "? ",
      "\n",
      "\n  ",
      "\n    ",
      "[",
      "]",
      "{",
      "}",
      ",",
      "!t ",
      "<<",
      "__proto__",
      "---\n",
      "#",
      "\t",
      '"',
    ],
  );

  it.each([
    ["any text", fc.string({ unit: "grapheme" })],
    ["text that looks like an access file", fc.array(word).map((words) => words.join(""))],
  ])("never throws on %s, and names the file and a line in every problem", (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { members, problems } = parseAccessFile("access.yaml", text, accessLevels);

        for (const problem of problems) {
          expect(problem).toMatch(/^access\.yaml:[1-9]\d*: [^]*expected [^]+, got[^]+; [^]+$/);
        }
        expect(problems.length === 0 || Object.keys(members).length === 0).toBe(true);
      }),
    );
  });
});

describe("readAccessFile", () => {
  it.each(organisation.promotion)("finds nothing wrong with the file of %s", (name) => {
    expect(readAccessFile(name, ACCESS_FOLDER, accessLevels).problems).toEqual([]);
  });

  it.each([
    [["x.yml"], "x.yaml: expected a file that says who has access, got", "x.yml; rename it"],
    [
      ["x.yml", "x.yaml"],
      "x.yaml: expected one file that says who has access, got",
      "x.yml beside it; put both in",
    ],
  ])("refuses %j, one of which it would not read", (names, problem, fix) => {
    const folder = mkdtempSync(join(tmpdir(), "access-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    names.forEach((name) => writeFileSync(join(folder, name), "developer: {}"));

    const { members, problems } = readAccessFile("x", folder, accessLevels);
    expect(members).toEqual({});
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(problems[0]).toContain(fix);
  });

  it("says which file is missing", () => {
    expect(readAccessFile("nowhere", ACCESS_FOLDER, accessLevels)).toEqual({
      path: "src/platform/access/nowhere.yaml",
      members: {},
      problems: [
        "src/platform/access/nowhere.yaml: expected a file that says who has access, got ENOENT; copy another environment's",
      ],
    });
  });
});

describe("rolesOf", () => {
  it("is the role that each user's level makes, and the roles as they are", () => {
    expect(
      rolesOf("developer", { users: ["jane.doe"], roles: ["ci/deploy"], patterns: [], groups: [] }),
    ).toEqual(["jane.doe-developer", "ci/deploy"]);
  });
});
