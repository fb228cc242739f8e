import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseGuide } from "../guides/guide";
import { ProjectCopy } from "../guides/project-copy";
import { renamed } from "../guides/renamed";

const guideIn = (file: string) => parseGuide(readFileSync(`docs/${file}`, "utf8"));

/** Result of a program; its last lines are the message of a test that fails. */
const outcomeOf = ({ status, output }: ReturnType<ProjectCopy["run"]>) => ({
  status,
  output: status === 0 ? "" : output.slice(-4_000),
});

const GOOD = { status: 0, output: "" };

/** Steps of every guide after its changes: the inventory is written down, then everything is checked. */
const checked = (copy: ProjectCopy, ...tests: readonly string[]) => {
  copy.run("npx", "vitest", "run", "__tests__/stacks/inventory.test.ts", "-u");
  expect(outcomeOf(copy.run("npx", "tsc", "--noEmit"))).toEqual(GOOD);
  expect(outcomeOf(copy.run("npx", "vitest", "run", ...tests))).toEqual(GOOD);
};

// Each is minutes of compiling and testing a copy of the whole project.
describe("who follows", { timeout: 3_600_000 }, () => {
  it("adding-an-add-on.md gets an add-on that calls AWS and passes every convention", () => {
    const copy = new ProjectCopy();
    copy.follow(guideIn("adding-an-add-on.md"));

    expect(outcomeOf(copy.run("node", "tools/cli/run.cjs", "synth"))).toEqual(GOOD);
    const { resource } = copy.stack("cluster-services-production");
    expect(resource.helm_release["snapshot-keeper_release"].chart).toBe("snapshot-keeper");
    expect(resource.aws_iam_role["snapshot-keeper_service-account"].name).toBe("snapshot-keeper-govuk");
    checked(copy);
  });

  // The name of an environment may end in that of another.
  it.each(["research", "pre-production"])("adding-an-environment.md for %s has no test fail", (name) => {
    const copy = new ProjectCopy();
    copy.follow(renamed(guideIn("adding-an-environment.md"), "preview", name));

    expect(outcomeOf(copy.run("node", "tools/cli/run.cjs", "synth"))).toEqual(GOOD);
    expect(copy.stack(`cluster-services-${name}`).resource).toHaveProperty("helm_release");
    checked(copy);
  });

  it("adding-a-cluster.md gets a second cluster, and has no test fail", () => {
    const copy = new ProjectCopy();
    copy.follow(guideIn("adding-a-cluster.md"));

    expect(outcomeOf(copy.run("node", "tools/cli/run.cjs", "synth"))).toEqual(GOOD);
    expect(copy.stack("cluster-services-staging-blue").resource).toHaveProperty("helm_release");
    checked(copy);
  });
});
