import { expect, test } from "vitest";
import { comment } from "../../../operate/deploy/comment";

/** Characters that GitHub takes in a comment. */
const LIMIT = 65_536;

const NOTHING = { changes: "changes\n", rows: {}, planned: [], notDeployed: {} };

test("has the plans below the changes, and a row for each stack that was to be planned", () => {
  const text = comment({
    ...NOTHING,
    planned: ["vpc-staging", "root-dns-staging"],
    rows: { "vpc-staging": "| vpc-staging | 1 to add | |\n" },
  });

  expect(text).toMatch(
    /^changes\n\n## Plans\n\n.+\n.+\n\| vpc-staging \| 1 to add \| \|\n\| root-dns-staging \| :x: did not finish \| \|\n$/,
  );
});

test("says which stacks nobody plans since their environment is not deployed yet", () => {
  expect(comment({ ...NOTHING, notDeployed: { production: ["vpc-production"] } })).toContain(
    "| vpc-production | not planned: production is not deployed yet | |",
  );
});

test("has no table where there is nothing to plan", () => {
  expect(comment(NOTHING)).toBe("changes\n");
});

test.each([59_990, 64_990, 120_000])(
  "is no longer than GitHub takes, with changes of %i characters",
  (length) => {
    const line = "~ aws_vpc.main\n";
    const changes = `<details>\n\n\`\`\`\n${line.repeat(length / line.length)}\`\`\`\n\n</details>\n`;
    const planned = Array.from({ length: 40 }, (_, index) => `stack-${index}`);
    const text = comment({ ...NOTHING, changes, planned });

    expect(text.length).toBeLessThan(LIMIT - 100);
    expect(text).toContain("| stack-39 | :x: did not finish | |");
    expect(text.match(/^```$/gm)).toHaveLength(2);
    expect(text.match(/<\/?details>/g)).toEqual(["<details>", "</details>"]);
  },
);
