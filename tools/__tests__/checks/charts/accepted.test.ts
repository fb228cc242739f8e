import { describe, expect, it } from "vitest";
import { ACCEPTED, noLongerFound, withoutAccepted } from "../../../checks/charts/accepted";
import type { ReleaseResult } from "../../../checks/charts/check-stacks";

const result = (release: string, ...findings: string[]): ReleaseResult => ({
  environment: "production",
  release,
  chart: "dex 1.0.0",
  objects: 1,
  findings,
});
const accepted = [{ release: "dex", finding: /^role \S+ trusts/, because: "somebody else makes it" }];

describe("accepted findings", () => {
  it("are left out, and no others", () => {
    const results = [
      result("dex", "role a trusts b", "no role a trusts b"),
      result("argo", "role a trusts b"),
    ];

    expect(withoutAccepted(results, accepted).map(({ findings }) => findings)).toEqual([
      ["no role a trusts b"],
      ["role a trusts b"],
    ]);
  });

  it("must go once they no longer occur", () => {
    expect(noLongerFound([result("dex", "role a trusts b")], accepted)).toEqual([]);
    expect(noLongerFound([result("dex")], accepted)).toEqual([
      "tools/checks/charts/accepted: dex no longer has ^role \\S+ trusts; remove it",
    ]);
  });

  it("may occur in what was not rendered", () => {
    expect(noLongerFound([{ ...result("dex"), notRendered: "no such host" }], accepted)).toEqual([]);
  });

  it("each have a reason", () => {
    expect(ACCEPTED.filter(({ because }) => because.length < 10)).toEqual([]);
  });
});
