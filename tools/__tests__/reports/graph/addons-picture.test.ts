import { expect, test } from "vitest";
import { addonsPicture } from "../../../reports/graph/addons-picture";

const release = (name: string, dependsOn: string[] = [], chart = name) => ({
  name,
  chart,
  namespace: "services",
  depends_on: dependsOn,
});

const picture = (resource: Record<string, Record<string, Record<string, string | string[]>>>) =>
  addonsPicture("staging", [
    { id: "cluster-services", folder: "", name: "cluster-services", after: [], json: { resource } },
  ]);

const arrows = (resource: Parameters<typeof picture>[0]) =>
  picture(resource).arrows.map(({ from, to }) => `${from} -> ${to}`);

test("points from a release to those that wait for it", () => {
  expect(
    arrows({ helm_release: { crds: release("crds"), dns: release("dns", ["helm_release.crds"]) } }),
  ).toEqual(["crds -> dns"]);
});

test("leaves out an order that follows from others", () => {
  expect(
    arrows({
      helm_release: {
        crds: release("crds"),
        secrets: release("secrets", ["helm_release.crds"]),
        dex: release("dex", ["helm_release.crds", "helm_release.secrets"]),
      },
    }),
  ).toEqual(["crds -> secrets", "secrets -> dex"]);
});

test("sees an order through resources that are no releases", () => {
  expect(
    arrows({
      helm_release: { crds: release("crds"), dex: release("dex", ["kubernetes_secret.client"]) },
      kubernetes_secret: { client: { depends_on: ["helm_release.crds"] } },
    }),
  ).toEqual(["crds -> dex"]);
});

test("tells custom resources of ours from charts of others", () => {
  const { boxes } = picture({
    helm_release: { dex: release("dex"), stores: release("stores", [], "./assets/manifests-chart/1") },
  });

  expect(boxes.map(({ title, lines, colour }) => [title, ...lines, colour])).toEqual([
    ["dex", "services", "green"],
    ["stores", "services", "yellow"],
  ]);
});

test("draws releases that wait for the same, and for which none waits, in one box", () => {
  const { boxes } = picture({
    helm_release: {
      crds: release("crds"),
      dns: release("dns", ["helm_release.crds"]),
      seal: release("seal", ["helm_release.crds"]),
    },
  });

  expect(boxes.map(({ title, lines }) => [title, ...lines.map((line) => line.trim())])).toEqual([
    ["crds", "services"],
    ["", "dns", "services", "seal", "services"],
  ]);
});

test("draws an add-on's disruption budgets in its box", () => {
  const { boxes } = picture({
    helm_release: { dex: release("dex"), budgets: release("dex-disruption-budgets") },
  });

  expect(boxes.map(({ title, lines }) => [title, ...lines])).toEqual([["dex", "services", "with budgets"]]);
});
