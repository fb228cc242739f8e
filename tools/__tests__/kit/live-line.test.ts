import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { liveLine } from "../../kit/live-line";

/** A terminal of this width, and the output to it. */
function terminal(columns: number) {
  let text = "";
  const write = (chunk: string) => (text += chunk);
  return {
    stream: { isTTY: true, columns, write } as unknown as NodeJS.WriteStream,
    lines: () => text.split("\r\u001b[K").slice(1),
  };
}

beforeEach(() => {
  vi.stubEnv("CI", "");
});

afterEach(() => {
  vi.unstubAllEnvs();
});

test("says how far each thing has come", () => {
  const { stream, lines } = terminal(80);
  const line = liveLine(stream);
  line.show("charts");
  line.show("iam", "12 of 90 roles");
  line.show("charts", "dex");
  line.end("iam", "iam: good");

  expect(lines()).toEqual([
    "charts …",
    "charts, iam: 12 of 90 roles …",
    "charts: dex, iam: 12 of 90 roles …",
    "charts: dex …",
  ]);
});

test("cuts what would wrap, for a line that wraps cannot be rewritten", () => {
  const { stream, lines } = terminal(12);
  liveLine(stream).show("charts", "external-dns");

  expect(lines()).toEqual(["charts: ex…"]);
});
