import { expect, it } from "vitest";
import { EMAIL } from "../../../src/settings/checking/email";

it.each(["maps@example.org", "maps+alarms@mail.example.org"])("takes %s", (address) => {
  expect(address).toMatch(EMAIL);
});

it.each([
  "${path.cwd}@example.org",
  "maps@${path.cwd}.org",
  "%{if true}a%{endif}@example.org",
  "maps@example.${a}",
])("refuses %s, which Terraform would evaluate", (address) => {
  expect(address).not.toMatch(EMAIL);
});
