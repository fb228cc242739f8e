import { describe, expect, it } from "vitest";
import { longSubjects } from "../../../checks/language/commit-subjects";
import { Checkout } from "../../../../__tests__/support/checkout";

function committed(...subjects: readonly string[]): Checkout {
  const checkout = new Checkout({});
  checkout.commit();
  checkout.git("tag", "base");
  subjects.forEach((subject) => checkout.git("commit", "--quiet", "--allow-empty", "--message", subject));
  return checkout;
}

const subjectsOf = (project: string, since = "base") =>
  longSubjects(project, since, new AbortController().signal);

describe("longSubjects", () => {
  it("finds those of more than 72 characters", async () => {
    const { folder } = committed("a".repeat(72), "b".repeat(73));

    expect(await subjectsOf(folder)).toEqual([
      expect.stringMatching(/^[0-9a-f]{7,} b{73}: expected at most 72 characters, got 73$/),
    ]);
  });

  it("leaves out commits up to the ref", async () => {
    const { folder } = committed("b".repeat(73));

    expect(await subjectsOf(folder, "HEAD")).toEqual([]);
  });

  it("refuses a ref that does not exist", async () => {
    await expect(subjectsOf(committed().folder, "nowhere")).rejects.toThrow(
      '--since: expected a git ref, got "nowhere"; name a branch, a tag or a commit that this checkout has',
    );
  });
});
