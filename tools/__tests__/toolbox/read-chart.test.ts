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

test("knows what defaults, templates and sub-charts name, and no other text", async () => {
  const chart = await inTemporaryFolder("chart", (folder) => {
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return Promise.resolve(readChart(folder));
  });

  expect(chart).toEqual({
    name: "example",
    known: {
      version: "1.2.3",
      keys: { image: ["tag"], redis: null },
      words: "byName emitEvents persistence size storageClassName",
    },
  });
});
