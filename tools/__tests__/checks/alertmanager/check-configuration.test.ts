import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkConfiguration } from "../../../checks/alertmanager/check-configuration";
import type { Configuration } from "../../../checks/alertmanager/configurations";
import { TEMPLATE_CASES } from "../../../checks/alertmanager/template-cases";

const folder = mkdtempSync(join(tmpdir(), "check-configuration-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const configuration: Configuration = {
  environment: "production",
  config: { receivers: [{ name: "nobody" }], templates: ["/etc/alertmanager/config/platform.tmpl"] },
  templates: { "platform.tmpl": "a template" },
};

/** Findings with an amtool that answers each of its commands in this way. */
function findingsWith(answers: Readonly<Record<"check-config" | "config" | "template", string>>) {
  const program = join(folder, "amtool");
  const cases = Object.entries(answers).map(([command, answer]) => `${command}) ${answer};;`);
  writeFileSync(program, `#!/bin/sh\ncase "$1" in ${cases.join(" ")} esac\n`);
  chmodSync(program, 0o755);
  return checkConfiguration(configuration, { program, folder, signal: new AbortController().signal });
}

describe("checkConfiguration", () => {
  it("says what amtool says of a configuration that it refuses, and nothing more", async () => {
    const findings = await findingsWith({
      "check-config": "echo 'undefined receiver' >&2; exit 1",
      config: "echo nobody",
      template: "echo text",
    });

    expect(findings).toEqual(["amtool refuses the configuration: undefined receiver"]);
  });

  // Every one of the many cases starts a program: run them once for both.
  let wrong: readonly string[];
  beforeAll(async () => {
    wrong = await findingsWith({ "check-config": "true", config: "echo nobody", template: "echo text" });
  });

  it("says which alert reaches somebody else than it must", () => {
    expect(wrong).toContain("alert alertname=Watchdog severity=none: expected to reach watchdog, got nobody");
    expect(wrong.filter((finding) => finding.includes("destination=slack-of-nobody"))).toEqual([]);
  });

  it("says which message reads otherwise than it must", () => {
    const [{ template, when, text }] = TEMPLATE_CASES as [(typeof TEMPLATE_CASES)[number]];

    expect(wrong).toContain(
      `template ${template} when ${when}: expected ${JSON.stringify(text)}, got "text"`,
    );
  });

  it("hands amtool the templates where they are on this machine", async () => {
    await findingsWith({ "check-config": "exit 1", config: "true", template: "true" });

    expect(JSON.parse(readFileSync(join(folder, "alertmanager.json"), "utf8")).templates).toEqual([
      join(folder, "platform.tmpl"),
    ]);
    expect(readFileSync(join(folder, "platform.tmpl"), "utf8")).toBe("a template");
  });
});
