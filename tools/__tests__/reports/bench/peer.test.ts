import { expect, test } from "vitest";
import { benchPeer, figuresOfPeer } from "../../../reports/bench/peer";

test("refuses a folder without the peer's packages, and says what to install", async () => {
  await expect(benchPeer("/nowhere", 1)).rejects.toThrow(
    "--peer: expected a folder with @aws-quickstart/eks-blueprints, aws-cdk-lib, ts-node, typescript, @types/node",
  );
  await expect(benchPeer("/nowhere", 1)).rejects.toThrow(
    "run there: npm install @aws-quickstart/eks-blueprints aws-cdk-lib ts-node typescript@5 @types/node",
  );
});

test("holds the time as run to a tenth of the peer's, and the memory to a third", () => {
  const figures = figuresOfPeer({
    ours: { milliseconds: 400, megabytes: 150 },
    theirs: { milliseconds: 800, megabytes: 140 },
    oursAsRun: { milliseconds: 600, megabytes: 90 },
    theirsAsRun: { milliseconds: 6000, megabytes: 900 },
  });

  expect(figures.filter(({ aim }) => aim !== undefined)).toEqual([
    { what: "time as run, ours / theirs", value: 0.1, unit: "×", aim: 0.1 },
    { what: "memory, ours / theirs", value: 150 / 900, unit: "×", aim: 0.333 },
  ]);
  expect(figures).toContainEqual({ what: "time compiled, ours / theirs", value: 0.5, unit: "×" });
});
