import { expect, test } from "vitest";
import { parse } from "../../../kit/command-arguments";
import { UPGRADE } from "../../../operate/upgrade/arguments";
import { report } from "../../../operate/upgrade/report";
import { productionLike, withOneCluster } from "../../../../__tests__/support/environments";

const integration = (version: string) => [
  withOneCluster({ ...productionLike, name: "integration", cluster: { version } }),
];

test("an upgrade with all it takes on record is not blocked", () => {
  const { text, isBlocked } = report(parse(UPGRADE, ["--to", "1.36", "integration"]), integration("1.35"));

  expect(isBlocked).toBe(false);
  expect(text).toContain("docs/upgrades.md says how to carry it out.");
});

test("an upgrade to a minor that nobody has written down is blocked", () => {
  const { text, isBlocked } = report(parse(UPGRADE, ["--to", "1.37", "integration"]), integration("1.36"));

  expect(isBlocked).toBe(true);
  expect(text).toContain("- src/settings/cluster/kubernetes-versions.ts: expected 1.37");
});

test("an upgrade of an environment that does not exist is refused", () => {
  expect(() => report(parse(UPGRADE, ["--to", "1.36", "prod"]), integration("1.35"))).toThrow(
    '<environment>: expected integration, got "prod"; write one of them',
  );
});
