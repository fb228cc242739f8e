import { describe, expect, it } from "vitest";
import { CommandError } from "../../../kit/command-error";
import { argumentsOf } from "../../../operate/ephemeral/arguments";

const USAGE = "use npm run ephemeral -- create <id>, destroy <id> or destroy <id> --finish";
const FORM = 'expected "eph-" and 1 to 13 lower-case letters and digits, which make a DNS label';

describe("the arguments of npm run ephemeral", () => {
  it("are what to do and with which environment", () => {
    expect(argumentsOf(["create", "eph-abc123"])).toEqual({
      action: "create",
      id: "eph-abc123",
      finish: false,
    });
  });

  it("say whether a destruction is over", () => {
    expect(argumentsOf(["destroy", "eph-abc123", "--finish"])).toMatchObject({
      action: "destroy",
      finish: true,
    });
  });

  it.each<[string[], string]>([
    [[], `expected create or destroy, got nothing; ${USAGE}`],
    [["delete", "eph-1"], `expected create or destroy, got "delete"; ${USAGE}`],
    [["create"], `create: expected one id such as eph-abc123, got none; ${USAGE}`],
    [
      ["destroy", "eph-1", "eph-2"],
      `destroy: expected one id such as eph-abc123, got "eph-1 eph-2"; ${USAGE}`,
    ],
    [["create", "eph-1", "--finish"], `create: expected no --finish, got it; ${USAGE}`],
    [["create", "--force", "eph-1"], `Unknown option '--force'; ${USAGE}`],
    [["create", "eph_1"], `create: ${FORM}, got "eph_1"; choose another id`],
    [["create", "EPH-1"], `create: ${FORM}, got "EPH-1"; choose another id`],
    [["create", "eph-"], `create: ${FORM}, got "eph-"; choose another id`],
    [["create", "eph-12345678901234"], `create: ${FORM}, got "eph-12345678901234"; choose another id`],
    [["create", "eph-../../x"], `create: ${FORM}, got "eph-../../x"; choose another id`],
    [["destroy", "production"], `destroy: ${FORM}, got "production"; choose another id`],
  ])("may not be %o", (args, message) => {
    expect(() => argumentsOf(args)).toThrow(new CommandError(message));
  });
});
