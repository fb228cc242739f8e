import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";

const problemsOf = (shield: unknown) => problemsWith({ addons: { awsLoadBalancerController: { shield } } });
const PATH = "production clusters.govuk.addons.awsLoadBalancerController.shield";

describe("addons.awsLoadBalancerController.shield", () => {
  it("may be off for a reason", () => {
    expect(problemsOf({ off: true, reason: "The account has no subscription." })).toEqual([]);
  });

  it("may not be off without a reason", () => {
    expect(problemsOf({ off: true, reason: "-" })).toEqual([
      `${PATH}.reason: expected a sentence, got "-"; say why load balancers need no protection, or write shield: true`,
    ]);
    expect(problemsOf(false)).toHaveLength(1);
  });
});
