import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { keepIssue } from "../../../operate/drift/issue";

const RUN = "https://github.example/org/repo/actions/runs/1";
const ROW = "| vpc-staging | 1 to change | [run](https://tf.example) |";

/** Keeps the issue at a GitHub that has these, and returns what that was asked for besides looking. */
async function keep(open: readonly number[], rows: readonly string[], label = "drift") {
  const asked: string[] = [];
  const labels: string[] = [];
  let body = "";
  await keepIssue(
    (...args) => {
      if (args[1] === "list") {
        return Promise.resolve(JSON.stringify(open.map((number) => ({ number }))));
      }
      if (args[0] === "issue") {
        asked.push(args.slice(1, 3).join(" "));
        labels.push(...args.filter((_, index) => ["--title", "--label"].includes(args[index - 1] ?? "")));
        body = args[1] === "close" ? args.at(-1)! : readFileSync(args.at(-1)!, "utf8");
      }
      return Promise.resolve("");
    },
    { rows, deployed: "abc", label, run: RUN },
  );
  return { asked, body, labels };
}

describe("the issue about drift", () => {
  test("is opened with a row of each stack that differs", async () => {
    const { asked, body } = await keep([], [ROW]);

    expect(asked).toEqual(["create --title"]);
    expect(body).toBe(
      `The platform differs from what was deployed (abc). Last looked at by ${RUN}.\n\n| Stack | To get back | |\n| --- | --- | --- |\n${ROW}\n`,
    );
  });

  test("is another for tenants", async () => {
    expect(await keep([], [ROW], "drift-of-tenants")).toMatchObject({
      labels: ["Drift of tenants", "drift-of-tenants"],
    });
  });

  test("is brought up to date where it is open already", async () => {
    expect(await keep([7], [ROW])).toMatchObject({ asked: ["edit 7"], body: expect.stringContaining(ROW) });
  });

  test("is closed once nothing differs any more", async () => {
    expect(await keep([7], [])).toMatchObject({
      asked: ["close 7"],
      body: `Nothing differs from abc any more: ${RUN}`,
    });
  });

  test("is not opened to say that nothing differs", async () => {
    expect(await keep([], [])).toMatchObject({ asked: [] });
  });
});
