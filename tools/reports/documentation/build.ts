import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { stringify } from "yaml";
import type { OrganisationSettings } from "../../../src/settings/organisation/schema";
import { CommandError } from "../../kit/command-error";
import { runProcess } from "../../kit/run-process";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { pythonTool } from "../../toolbox/python";
import type { Page } from "./pages";
import type { ReadReviews } from "./reviews";
import { staged } from "./site";

/** Organisation whose site it is. */
type Owner = Pick<OrganisationSettings, "displayName" | "gitHub" | "repository">;

/**
 * Settings of MkDocs: a warning, as of a link that leads nowhere, fails the build.
 *
 * @see https://www.mkdocs.org/user-guide/configuration/
 */
const settingsOf = ({ displayName, gitHub, repository }: Owner) => ({
  site_name: `Platform of ${displayName}`,
  repo_url: `https://github.com/${gitHub}/${repository}`,
  docs_dir: "pages",
  use_directory_urls: false,
  strict: true,
  // Nothing that a browser would fetch from elsewhere.
  theme: { name: "readthedocs", highlightjs: false },
  plugins: ["search"],
  validation: { links: { not_found: "warn", anchors: "warn", unrecognized_links: "warn" } },
});

/**
 * Builds the site into a folder.
 *
 * @throws CommandError if MkDocs cannot be installed, or refuses a page
 */
export async function buildSite(
  pages: readonly Page[],
  { of }: ReadReviews,
  owner: Owner,
  out: string,
  signal: AbortSignal,
): Promise<void> {
  const tool = await pythonTool("mkdocs", signal);
  if ("missing" in tool) {
    throw new CommandError(
      `documentation: expected MkDocs, got none (${tool.missing}); install Python, or use --check`,
    );
  }
  await inTemporaryFolder("documentation", async (folder) => {
    const settings = settingsOf(owner);
    writeFileSync(join(folder, "mkdocs.yml"), stringify(settings));
    cpSync("docs/pictures", join(folder, "pages/docs/pictures"), { recursive: true });
    const paths = new Set(pages.map(({ path }) => path));
    for (const page of pages) {
      const file = join(folder, "pages", page.path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, staged(page, of.get(page.path)!, `${settings.repo_url}/blob/HEAD`, paths));
    }
    const command = [tool.program, "-m", "mkdocs", "build", "--clean", "--site-dir", resolve(out)];
    const { PATH, HOME } = process.env;
    const { code, stderr, stdout } = await runProcess(command, { cwd: folder, signal, env: { PATH, HOME } });
    if (code !== 0) {
      throw new CommandError(`documentation: MkDocs refuses the pages\n${(stderr || stdout).trim()}`);
    }
  });
}
