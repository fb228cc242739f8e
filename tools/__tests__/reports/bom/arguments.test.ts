import { describe, expect, it } from "vitest";
import { argumentsOf, BOM } from "../../../reports/bom/arguments";
import { parse } from "../../../kit/command-arguments";
import { CommandError } from "../../../kit/command-error";

const read = (...args: string[]) => argumentsOf(parse(BOM, args), ["integration", "production"]);

describe("the arguments of npm run bom", () => {
  it("ask for a table of every environment where there are none", () => {
    expect(read()).toEqual({
      environments: [],
      format: "table",
      timestamp: undefined,
      serialNumber: undefined,
    });
  });

  it("name environments, one after the other", () => {
    expect(read("--environment", "production", "--environment", "integration").environments).toEqual([
      "production",
      "integration",
    ]);
  });

  it("say what marks a document of CycloneDX", () => {
    const serialNumber = "urn:uuid:0a1b2c3d-4e5f-4789-8a1b-2c3d4e5f6789";
    const asked = read("--cyclonedx", "--timestamp", "2026-11-21T09:00:00Z", "--serial-number", serialNumber);

    expect(asked).toEqual({
      environments: [],
      format: "cyclonedx",
      timestamp: new Date("2026-11-21T09:00:00Z"),
      serialNumber,
    });
  });

  it.each([
    [
      ["--environment", "produktion"],
      '--environment: expected integration, production, got "produktion"; did you mean production?',
    ],
    [
      ["--markdown", "--cyclonedx"],
      "--markdown and --cyclonedx: expected one of them, got both; run the command twice",
    ],
    [
      ["--timestamp", "2026-11-21T09:00:00Z"],
      "--timestamp: expected --cyclonedx beside it, got none; no other format has it",
    ],
    [
      ["--cyclonedx", "--timestamp", "yesterday"],
      '--timestamp: expected a time such as 2026-11-21T09:00:00Z, got "yesterday"; write it in UTC, to the second',
    ],
    [
      ["--cyclonedx", "--timestamp", "2026-13-21T09:00:00Z"],
      '--timestamp: expected a time such as 2026-11-21T09:00:00Z, got "2026-13-21T09:00:00Z"; write it in UTC, to the second',
    ],
    [
      ["--cyclonedx", "--timestamp", "2026-02-31T09:00:00Z"],
      '--timestamp: expected a time such as 2026-11-21T09:00:00Z, got "2026-02-31T09:00:00Z"; write it in UTC, to the second',
    ],
    [
      ["--cyclonedx", "--serial-number", "7"],
      '--serial-number: expected urn:uuid: and a UUID in lower case, got "7"; uuidgen makes one',
    ],
  ])("are refused with what to write instead: %j", (args, message) => {
    expect(() => read(...args)).toThrow(new CommandError(message));
  });
});
