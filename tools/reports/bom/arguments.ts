import { CommandError } from "../../kit/command-error";
import { type Asked, commandLine } from "../../kit/command";
import { problemOfChoice } from "../../kit/command-arguments";
import type { DocumentMarks } from "./cyclonedx";

/** Arguments of `npm run bom`. */
export interface Arguments extends DocumentMarks {
  /** Environments to look at. Without any, all of them and their common components. */
  readonly environments: readonly string[];
  readonly format: "table" | "markdown" | "cyclonedx";
}

export const BOM = commandLine({
  name: "bom",
  summary:
    "Lists every chart, image, EKS add-on, Terraform provider and module, with its version and the newest on record.",
  args: [],
  options: {
    environment: { value: "name", multiple: true, help: "environment to look at; without it, all" },
    markdown: { help: "prints Markdown" },
    cyclonedx: { help: "prints a document of CycloneDX" },
    timestamp: { value: "time", help: "time of the document, such as 2026-11-21T09:00:00Z" },
    "serial-number": { value: "urn:uuid:…", help: "serial number of the document" },
  },
});

/** @throws CommandError where an option or its value is not known, or two contradict each other */
export function argumentsOf({ options }: Asked<typeof BOM.options>, known: readonly string[]): Arguments {
  const { environment, markdown, cyclonedx, timestamp } = options;
  const serialNumber = options["serial-number"];

  const unknown = environment.flatMap((name) => problemOfChoice("--environment", name, known) ?? []);
  if (unknown.length > 0) {
    throw new CommandError(unknown.join("\n"));
  }
  if (markdown && cyclonedx) {
    throw new CommandError(
      "--markdown and --cyclonedx: expected one of them, got both; run the command twice",
    );
  }
  const marks = { "--timestamp": timestamp, "--serial-number": serialNumber };
  for (const [option, value] of Object.entries(marks)) {
    if (value !== undefined && !cyclonedx) {
      throw new CommandError(`${option}: expected --cyclonedx beside it, got none; no other format has it`);
    }
  }
  return {
    environments: environment,
    format: markdown ? "markdown" : cyclonedx ? "cyclonedx" : "table",
    timestamp: timestamp === undefined ? undefined : timeOf(timestamp),
    serialNumber: serialNumber === undefined ? undefined : serialNumberOf(serialNumber),
  };
}

/** Time such as `2026-11-21T09:00:00Z`, with or without parts of a second. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

function timeOf(text: string): Date {
  if (!isTime(text)) {
    throw new CommandError(
      `--timestamp: expected a time such as 2026-11-21T09:00:00Z, got "${text}"; write it in UTC, to the second`,
    );
  }
  return new Date(text);
}

/** True if such a time exists: JavaScript takes the 31st of February for the 3rd of March. */
function isTime(text: string): boolean {
  const time = new Date(text);
  return (
    TIME.test(text) && !Number.isNaN(time.getTime()) && upToSeconds(time.toISOString()) === upToSeconds(text)
  );
}

const upToSeconds = (text: string): string => text.slice(0, "2026-11-21T09:00:00".length);

const SERIAL_NUMBER = /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function serialNumberOf(text: string): string {
  if (!SERIAL_NUMBER.test(text)) {
    throw new CommandError(
      `--serial-number: expected urn:uuid: and a UUID in lower case, got "${text}"; uuidgen makes one`,
    );
  }
  return text;
}
