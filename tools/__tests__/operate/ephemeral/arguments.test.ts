import { describe, expect, it } from "vitest";
import { CommandError } from "../../../kit/command-error";
import { parse } from "../../../kit/command-arguments";
import { argumentsOf, EPHEMERAL } from "../../../operate/ephemeral/arguments";

const read = (...args: string[]) => argumentsOf(parse(EPHEMERAL, args));

const FORM = 'expected "eph-" and 1 to 13 lower-case letters and digits, which make a DNS label';

describe("the arguments of npm run ephemeral", () => {
  it("are what to do and with which environment", () => {
    expect(read("create", "eph-abc123")).toEqual({
      action: "create",
      id: "eph-abc123",
      finish: false,
    });
  });

  it("say whether a destruction is over", () => {
    expect(read("destroy", "eph-abc123", "--finish")).toMatchObject({
      action: "destroy",
      finish: true,
    });
  });

  it.each<[string[], string]>([
    [["create", "eph-1", "--finish"], "create: expected no --finish, got it; leave it out"],
    [["create", "eph_1"], `create: ${FORM}, got "eph_1"; choose another id`],
    [["create", "EPH-1"], `create: ${FORM}, got "EPH-1"; choose another id`],
    [["create", "eph-"], `create: ${FORM}, got "eph-"; choose another id`],
    [["create", "eph-12345678901234"], `create: ${FORM}, got "eph-12345678901234"; choose another id`],
    [["create", "eph-../../x"], `create: ${FORM}, got "eph-../../x"; choose another id`],
    [["destroy", "production"], `destroy: ${FORM}, got "production"; choose another id`],
  ])("may not be %o", (args, message) => {
    expect(() => read(...args)).toThrow(new CommandError(message));
  });
});
