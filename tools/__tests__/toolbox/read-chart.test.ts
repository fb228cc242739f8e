import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { readChart } from "../../toolbox/read-chart";

const FILES = {
  "Chart.yaml": "name: example\nversion: 1.2.3\n",
  "values.yaml": "image: {tag: x}\nredis: {}\n",
  "templates/deployment.yaml":
    'kind: Deployment\nspec: {{ .Values.emitEvents }} {{ index .Values "byName" }} {{ .Values.image }}',
  "charts/redis/values.yaml": "persistence: {size: 1Gi}\n",
  "charts/redis/templates/pod.yaml": "{{ .Values.storageClassName }}",
  "README.md": "{{ .Values.notRead }}",
};

const knownOf = (files: Readonly<Record<string, string>>) =>
  inTemporaryFolder("chart", (folder) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return Promise.resolve(readChart(folder));
  });

const SUBCHARTS = {
  "Chart.yaml":
    "name: example\nversion: 1.2.3\ndependencies: [{name: redis, alias: cache}, {name: states}, {name: redis}]\n",
  "values.yaml":
    "image: {tag: x}\nfullnameOverride: x\nlogLevel: x\naudit: {on: x}\ncache: {on: x}\nstates: {on: x}\n",
  "templates/deployment.yaml":
    "{{ .Values.logLevel }} {{ .Values.audit.logLevel }} {{ .Values.fullnameOverride }} {{ .Values.image.tag }}",
  "charts/redis/values.yaml": "logLevel: x\nredis.conf: {}\n",
  "charts/states/values.yaml": "on: x\n",
  "charts/states/templates/pod.yaml": '{{ .Values.fullnameOverride }} {{ index .Values "states.ini" }}',
};

test("knows below which key a word is right that is a value of the chart's own, too", async () => {
  expect(await knownOf(SUBCHARTS)).toMatchObject({
    known: {
      below: {
        audit: "logLevel",
        cache: "logLevel redis.conf",
        states: "fullnameOverride states.ini",
      },
    },
  });
});

const SCHEMA = {
  "Chart.yaml": "name: example\nversion: 1.2.3\n",
  "values.yaml": "audit: {on: x}\nany:\n",
  "values.schema.json": JSON.stringify({
    properties: {
      optional: {},
      any: { properties: { thing: {} } },
      audit: { properties: { on: {}, off: {} } },
    },
  }),
};

test("knows what a schema names", async () => {
  expect(await knownOf(SCHEMA)).toMatchObject({
    known: { keys: { any: null, audit: ["on"] }, words: "optional", below: { audit: "off" } },
  });
});

test("knows what defaults, templates and sub-charts name, and no other text", async () => {
  expect(await knownOf(FILES)).toEqual({
    name: "example",
    known: {
      version: "1.2.3",
      keys: { image: ["tag"], redis: null },
      words: "byName emitEvents persistence size storageClassName",
    },
  });
});
