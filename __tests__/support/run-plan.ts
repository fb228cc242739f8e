import { Writable } from "node:stream";
import { plan } from "../../tools/operate/plan/plan";

/** Runs `npm run plan` in a project that may hold a `bin` folder of its own. */
export async function runPlan(
  project: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
  workspaces = ["vpc-staging", "vpc-production"],
) {
  const text = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof text) =>
    new Writable({ write: (chunk, _, done) => ((text[name] += String(chunk)), done()) });

  const code = await plan({
    args,
    project,
    env: { PATH: `${project}/bin:${process.env.PATH}`, HOME: project, ...env },
    output: { stdout: stream("stdout"), stderr: stream("stderr") },
    colours: false,
    signal: new AbortController().signal,
    request: () =>
      Promise.resolve(
        Response.json({
          data: workspaces.map((name) => ({ attributes: { name } })),
          meta: { pagination: { "next-page": null } },
        }),
      ),
  });
  return { code, ...text };
}
