import { describe, expect, test } from "vitest";
import { machineWith } from "../../../../__tests__/support/fake-programs";
import { githubOf } from "../../../kit/github";
import { changesSinceLastDeploy } from "../../../operate/deploy/since-last-deploy";

const BASE = "a".repeat(40);
const NOTICE = "no earlier deploy can be compared with this commit, so every stack is planned";

/** Asks on a machine whose GitHub, git and npm do as they are told. */
async function ask({ gh = `echo '[{"headSha":"${BASE}"}]'`, git = "exit 0", npm = "exit 1" }) {
  machineWith({ gh, git, npm });
  const { signal } = new AbortController();
  const notices: string[] = [];
  const report = await changesSinceLastDeploy({
    project: process.cwd(),
    signal,
    github: githubOf(process.cwd(), signal),
    notice: (text) => notices.push(text),
  });
  return { report, notices };
}

describe("the changes since the last deploy", () => {
  test.each([0, 2])("are what npm run changes finds since that commit, with code %i", async (code) => {
    const npm = `[ "$6" = ${BASE} ] || exit 1; echo '{"changes":[]}'; exit ${code}`;

    expect(await ask({ npm })).toEqual({ report: { changes: [] }, notices: [] });
  });

  test("are everything where nothing was ever deployed", async () => {
    expect(await ask({ gh: "echo '[]'" })).toEqual({ report: undefined, notices: [NOTICE] });
  });

  test("are everything where that commit is not before this one", async () => {
    expect(await ask({ git: "exit 1" })).toEqual({ report: undefined, notices: [NOTICE] });
  });

  test("are everything where that commit no longer synthesises, so that one bad commit does not end all deploys", async () => {
    expect(await ask({ npm: "exit 1" })).toEqual({ report: undefined, notices: [NOTICE] });
  });

  test("are not everything where GitHub does not answer: a deploy of all stacks is a choice", async () => {
    await expect(ask({ gh: "echo 'HTTP 502' >&2; exit 1" })).rejects.toThrow(
      "gh run list: expected an answer of GitHub, got HTTP 502; run this in a job of GitHub that may do it",
    );
  });
});
