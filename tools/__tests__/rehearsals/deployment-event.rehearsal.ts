import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { TEMPLATES } from "../../../src/addons/argo-cd/triggers";
import { goTool } from "../../toolbox/go-tools";

const { webhook } = JSON.parse(TEMPLATES["template.on-deployed"]!) as {
  webhook: { "argo-workflows": { body: string } };
};

interface Result {
  readonly status: string;
  readonly images?: readonly string[];
}

/** Time to build Helm where no earlier run has kept it. */
const BUILD_MS = 600_000;

let helm: string;

beforeAll(async () => {
  const tool = await goTool("helm", AbortSignal.timeout(BUILD_MS));
  if ("missing" in tool) {
    throw new Error(tool.missing);
  }
  helm = tool.program;
}, BUILD_MS);

/**
 * Request of Argo CD about application `frontend`, written by Helm, which has the functions that Argo CD has.
 */
async function eventAfter(...resources: readonly Result[]): Promise<unknown> {
  const chart = mkdtempSync(join(tmpdir(), "event-"));
  onTestFinished(() => rmSync(chart, { recursive: true }));
  mkdirSync(join(chart, "templates"));
  const app = {
    metadata: { name: "frontend" },
    spec: { destination: { namespace: "apps" } },
    status: { operationState: { syncResult: { resources } } },
  };
  const write = (file: string, text: string) => writeFileSync(join(chart, file), text);
  write("Chart.yaml", "apiVersion: v2\nname: event\nversion: 1.0.0\n");
  write("values.yaml", JSON.stringify({ app, body: webhook["argo-workflows"].body }));
  write("templates/event.yaml", '{{ tpl .Values.body (dict "app" .Values.app "Template" .Template) }}');

  const { stdout, stderr } = spawnSync(helm, ["template", chart], { encoding: "utf8" });
  expect(stderr).toBe("");
  return JSON.parse(stdout.replace(/^[^{]*/, ""));
}

const IMAGE = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/govuk/frontend";
const synced = (...images: readonly string[]): Result => ({ status: "Synced", images });

it("tells workflows once of the tag that all that was applied has", async () => {
  const event = await eventAfter(
    { status: "Synced" },
    synced(`${IMAGE}:release-2`, "nginx:1.29"),
    synced(`${IMAGE}:release-2`),
  );

  expect(event).toEqual({ application: "frontend", namespace: "apps", tag: "release-2" });
});

it("does not take what was removed for what was deployed", async () => {
  const removed = { status: "Pruned", images: [`${IMAGE}:release-1`] };

  expect(await eventAfter(synced(`${IMAGE}:release-2`), removed)).toMatchObject({ tag: "release-2" });
});

it("sends two tags as what is none, so that neither is promoted", async () => {
  const event = await eventAfter(synced(`${IMAGE}:release-1`, `${IMAGE}:release-2`));

  expect(event).toMatchObject({ tag: "release-1 release-2" });
});

it.each([`${IMAGE}-worker:release-2`, `${IMAGE}@sha256:2`, "frontend:release-2"])(
  "knows no tag where all that was applied is %s",
  async (image) => {
    expect(await eventAfter(synced(image))).toMatchObject({ tag: "" });
  },
);
