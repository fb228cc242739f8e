import { describe, expect, it } from "vitest";
import { commandLine } from "../../kit/command";
import { asksForHelp, parse } from "../../kit/command-arguments";

const LINE = commandLine({
  name: "bake",
  summary: "Bakes.",
  args: [
    { name: "cake", count: "one", oneOf: ["sponge", "tart"], help: "a cake" },
    { name: "guest", count: "any", help: "guest to bake for" },
  ],
  options: {
    oven: { value: "name", help: "oven" },
    egg: { value: "kind", multiple: true, oneOf: ["brown", "white"], help: "egg" },
    fast: { help: "bakes fast" },
  },
});
const USAGE =
  "usage: npm run bake -- <cake> [<guest>…] [--oven <name>] [--egg <kind>]… [--fast]; --help explains it";

const ask = (line: string) => parse(LINE, line.split(" "));

/** Problems of a command line, without the usage that follows them. */
function problemsOf(line: string): string[] {
  try {
    ask(line);
    return [];
  } catch (error) {
    const lines = (error as Error).message.split("\n");
    expect(lines.pop()).toBe(USAGE);
    return lines;
  }
}

describe("a command line", () => {
  it("has options, switches and arguments in any order", () => {
    expect(ask("--egg=brown tart --fast ann --egg white bob --oven big")).toEqual({
      options: { oven: "big", egg: ["brown", "white"], fast: true },
      args: ["tart", "ann", "bob"],
    });
  });

  it("lacks what it does not say", () => {
    expect(ask("tart")).toEqual({ options: { oven: undefined, egg: [], fast: false }, args: ["tart"] });
  });

  it.each([
    ["tart --ovn", "--ovn: expected an option of npm run bake, got none of that name; did you mean --oven?"],
    [
      "tart --ovn big",
      "--ovn: expected an option of npm run bake, got none of that name; did you mean --oven?",
    ],
    [
      "tart --x",
      "--x: expected an option of npm run bake, got none of that name; there are --oven, --egg, --fast",
    ],
    [
      "tart --constructor",
      "--constructor: expected an option of npm run bake, got none of that name; there are --oven, --egg, --fast",
    ],
    [
      "tart --hlep",
      "--hlep: expected an option of npm run bake, got none of that name; did you mean --help?",
    ],
    ["tart --oven", "--oven: expected <name>, got none; write --oven <name>"],
    ["tart --oven --fast", "--oven: expected <name>, got the option --fast; write --oven <name>"],
    ["tart --fast=yes", '--fast: expected no value, got "yes"; leave the value out'],
    ["tart --egg brwn", '--egg: expected brown, white, got "brwn"; did you mean brown?'],
    ["trat", '<cake>: expected sponge, tart, got "trat"; did you mean tart?'],
    ["--fast", "<cake>: expected sponge or tart, got none"],
  ])("%s is refused", (line, problem) => {
    expect(problemsOf(line)).toEqual([problem]);
  });

  it("is refused with everything that is wrong", () => {
    expect(problemsOf("pie --x --oven")).toHaveLength(3);
  });
});

describe("a command without arguments", () => {
  it("refuses one, with the option that it may stand for", () => {
    const line = { ...LINE, args: [] };

    expect(() => parse(line, ["fsat"])).toThrow(
      'fsat: expected no argument of npm run bake, got "fsat"; did you mean --fast?',
    );
  });
});

describe("a command that passes options on", () => {
  const line = { ...LINE, args: [LINE.args[0]!], options: {}, passesOnTo: "oven run" };

  it("leaves all after its argument as it is", () => {
    expect(parse(line, ["tart", "-x", "--y=1", "--help"]).args).toEqual(["tart", "-x", "--y=1", "--help"]);
    expect(asksForHelp(line, ["tart", "--help"])).toBe(false);
  });

  it("wants its argument first", () => {
    expect(() => parse(line, ["-x", "tart"])).toThrow("-x: expected it after the first argument");
  });
});

it("help is asked for by --help and -h, not after --", () => {
  const asked = [["--nonsense", "--help"], ["-h"], ["--", "--help"], ["tart"]];

  expect(asked.map((argv) => asksForHelp(LINE, argv))).toEqual([true, true, false, false]);
});
