import { describe, expect, it } from "vitest";
import { expectSuccess, followed, guideIn } from "../guides/followed";
import { renamed } from "../../operate/new/renamed";

// Each synthesises a copy of the whole project.
describe("who follows", { timeout: 300_000 }, () => {
  it("adding-an-add-on.md gets an add-on that calls AWS", () => {
    const copy = followed(guideIn("adding-an-add-on.md"));
    const { resource } = copy.stack("cluster-services-integration");

    expectSuccess(copy, "npm", "run", "types");
    expect(resource.helm_release["snapshot-keeper_release"].chart).toBe("snapshot-keeper");
    expect(resource.aws_iam_role["snapshot-keeper_service-account_role"].name).toBe("snapshot-keeper-govuk");
  });

  // The name of an environment may end in that of another.
  it.each(["research", "pre-production"])("adding-an-environment.md gets the stacks of %s", (name) => {
    const copy = followed(renamed(guideIn("adding-an-environment.md"), "preview", name));

    expectSuccess(copy, "npm", "run", "types");
    expect(copy.stack(`cluster-services-${name}`).resource).toHaveProperty("helm_release");
  });

  it("adding-a-cluster.md gets the stacks of a second cluster", () => {
    const copy = followed(guideIn("adding-a-cluster.md"));

    expectSuccess(copy, "npm", "run", "types");
    expect(copy.stack("cluster-services-staging-blue").resource).toHaveProperty("helm_release");
  });
});
