import { expect, test } from "vitest";
import { mapsReadByKey } from "../../toolbox/maps-read-by-key";

const DEFAULTS = { server: { spec: { retention: "10d", size: 1 }, name: "x" }, image: { tag: "1" } };
const SPEC = "server > spec";

const found = (template: string, defaults: object = DEFAULTS) =>
  mapsReadByKey(defaults, [template], new Set(["size"]), (key) => key === "database");

test("knows a deeper map of which templates read single keys, with those of its keys that no template names", () => {
  expect(found("{{ .Values.server.spec.size }} {{ .Values.server.name }}")).toEqual({ [SPEC]: "retention" });
});

test.each([
  "{{ toYaml .Values.server.spec | nindent 2 }}",
  "{{- with .Values.server.spec }}{{ . }}{{ end }}",
  "{{ $spec := .Values.server.spec }}",
  "{{ toYaml $.Values.server }}",
  '{{ index .Values "server" "spec" }}',
  '{{ include "spec" .Values }}',
  "{{ toYaml .Values }}",
  "{{ mustMergeOverwrite $.Values }}",
])("leaves a map alone whose whole goes anywhere: %s", (template) => {
  expect(found(`{{ .Values.server.spec.size }} ${template}`)).toEqual({});
});

test("leaves a map alone of which no template reads a key, one of a sub-chart, and one with a name that needs quotes", () => {
  const read = "{{ .Values.database.spec.size }} {{ .Values.server.name }}";

  expect(found(read, { ...DEFAULTS, database: { spec: { size: 1 } }, a: { "b.c": { d: 1 } } })).toEqual({});
});

test("leaves maps of the first level to the list of their keys", () => {
  expect(found("{{ .Values.image.tag }}")).toEqual({});
});

test("reads nothing into text outside templates", () => {
  expect(found("{{ .Values.server.spec.size }}\n# see toYaml .Values.server.spec")).toEqual({
    [SPEC]: "retention",
  });
});
