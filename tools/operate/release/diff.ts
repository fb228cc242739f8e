import { chartAt, crdsFirst } from "../../../src/settings/addon-definition/chart";
import { ADDON_CHARTS } from "../../../src/settings/addons/charts";
import {
  differencesBetween,
  type ReleaseDifference,
  type ReleasedKind,
} from "../../../src/settings/releases/differences";
import type { Releases } from "../../../src/settings/releases/schema";
import { columns } from "../../kit/columns";

const WORDS: Readonly<Record<ReleasedKind, string>> = {
  kubernetes: "Kubernetes",
  nodes: "images of nodes",
  "eks-addon": "EKS add-on",
  chart: "chart",
};

/** Version in words, such as `chart reloader`. */
export const wordsOf = ({ kind, name }: ReleaseDifference): string => `${WORDS[kind]} ${name}`.trimEnd();

/** Table of what differs between two releases. */
export function diffOf(releases: Releases, from: string, to: string): string {
  const differences = differencesBetween(releases[from]!, releases[to]!);
  if (differences.length === 0) {
    return `Releases ${from} and ${to} have the same versions.`;
  }
  return columns([
    ["what", from, to, "before it"],
    ...differences.map((one) => [wordsOf(one), one.from ?? "-", one.to ?? "-", stepBefore(one)]),
  ]).join("\n");
}

/** Step before a chart moves: its CRDs, which Helm leaves as they are; empty for none. */
export function stepBefore({ kind, name, to }: ReleaseDifference): string {
  const chart = Object.values(ADDON_CHARTS).find((one) => one.name === name);
  return kind === "chart" && chart && to !== undefined ? crdsFirst(chartAt(chart, to)).join() : "";
}
