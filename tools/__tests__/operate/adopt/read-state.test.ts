import { describe, expect, it } from "vitest";
import { readState } from "../../../operate/adopt/read-state";
import { existingStates, PLACES, resource, SECRET, shownState } from "./existing-platform";

const read = (text: string) => readState(text, "vpc.json");

describe("a state as terraform show -json prints it", () => {
  it("gives the resources of all modules, and no data sources", () => {
    const child = { resources: [resource('module.a["x.y"].aws_eip.b[0]')] };
    const root_module = {
      resources: [resource("aws_vpc.vpc"), { ...resource("aws_region.here"), mode: "data" }],
      child_modules: [child],
    };

    expect(read(JSON.stringify({ format_version: "1.0", values: { root_module } }))).toMatchObject([
      { address: "aws_vpc.vpc", type: "aws_vpc" },
      { address: 'module.a["x.y"].aws_eip.b[0]', type: "aws_eip" },
    ]);
  });

  it("leaves out what Terraform calls sensitive, even in part", () => {
    const whole = resource("random_password.p", { length: 8, result: SECRET }, { result: true });
    const part = resource("aws_a.b", { list: [{ text: SECRET }] }, { list: [{ text: true }] });

    expect(JSON.stringify(read(shownState([whole, part])))).not.toContain(SECRET);
  });
});

describe("a state of an attacker", () => {
  it.each(["\\u001b[2J", "\\u009b2J", "\\u202e", "\\n", "${file(1)}", "%{ for }"])(
    "has no address with %s in a key",
    (text) => {
      const address = `aws_eip.b["${JSON.parse(`"${text}"`)}"]`;

      expect(() => read(shownState([resource(address)]))).toThrow(/expected an address and a type/);
      expect(() => read(address)).toThrow(/got the line/);
    },
  );
});

describe("a state as terraform state list prints it", () => {
  it("gives addresses alone", () => {
    const lines = ["data.aws_region.here", "module.a.data.aws_vpc.b", 'module.a[0].aws_vpc.b["x"]', ""];

    expect(read(lines.join("\r\n"))).toEqual([{ address: 'module.a[0].aws_vpc.b["x"]', type: "aws_vpc" }]);
  });
});

it("reads a file with the mark of UTF-8 at its beginning, and lines in colours", () => {
  expect(read("\uFEFFaws_vpc.a\n\u001b[0maws_vpc.b\u001b[0m\n").map(({ address }) => address)).toEqual([
    "aws_vpc.a",
    "aws_vpc.b",
  ]);
});

describe("a text that is no state", () => {
  const vpc = existingStates(PLACES[0]!).vpc!;

  it.each([
    [
      "an empty file",
      "\n",
      "a state, got an empty file; run terraform show -json > vpc.json again, and read what it says",
    ],
    [
      "one in UTF-16, as PowerShell writes it",
      Buffer.from(shownState(vpc), "utf16le").toString("utf8"),
      "a file in UTF-8, got one in another encoding; write it by cmd or a shell of Unix",
    ],
    [
      "an empty state",
      '{"format_version":"1.0"}',
      "a state with resources, got one without any; is it the right workspace?",
    ],
    [
      "broken JSON",
      shownState(vpc).slice(0, -9),
      "what terraform show -json prints, got JSON that breaks off or is none; write the file again",
    ],
    [
      "a newer format",
      '{"format_version":"2.0","values":{}}',
      'format_version 1 of a state, got "2.0"; take a Terraform of version 1, or terraform state list',
    ],
    [
      "the state itself",
      '{"version":4,"resources":[]}',
      "what terraform show -json prints, got a state file, with all its secrets; terraform show -json > vpc.json",
    ],
    [
      "a plan",
      '{"format_version":"1.2","planned_values":{}}',
      "a state, got a plan; terraform show -json, without the name of a plan",
    ],
    [
      "other JSON",
      "[]",
      "what terraform show -json prints, got JSON without a format_version; write the file again",
    ],
    [
      "an address twice",
      shownState([...vpc, vpc[0]!]),
      "every address once, got a second time aws_vpc.vpc; take one state, as terraform show -json prints it",
    ],
    [
      "a resource without an address",
      shownState([{ mode: "managed", type: "aws_vpc" }]),
      "an address and a type of each resource, got none; write the file again",
    ],
    [
      "prose",
      "aws_vpc.vpc\nNo state file was found!",
      'the addresses of terraform state list, or terraform show -json, got the line "No state file was found!"; write the file again',
    ],
  ])("such as %s is refused", (_, text, message) => {
    expect(() => read(text)).toThrow(`vpc.json: expected ${message}`);
  });
});
