import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { organisation, tenants } from "../support/organisation";

const SOURCE = join(import.meta.dirname, "../../src");

/** Lists of everything that AWS has, which name the default region among others. */
const LISTS = ["settings/network/regions.ts"];

/** Names that are words, or names of Kubernetes, as well. */
const WORDS = ["apps", "developer", "readonly"];

/** Names that only `src/platform` may write, examples and comments included. */
function namesOf(): string[] {
  const { terraformCloud, containerRegistry, externalServices, signIn, defaults } = organisation;
  const { sentry, uptimeDestinations } = externalServices;
  const names = [
    organisation.name,
    organisation.displayName,
    organisation.gitHub,
    organisation.repository,
    organisation.contact,
    organisation.contact.split("@").at(-1)!,
    organisation.publicDomain,
    organisation.internalDomain,
    organisation.secretsPrefix,
    ...Object.values(organisation.accounts),
    ...Object.keys(organisation.accessLevels).filter((level) => !WORDS.includes(level)),
    ...Object.keys(organisation.namespaces).filter((namespace) => !WORDS.includes(namespace)),
    ...(terraformCloud === false ? [] : [terraformCloud.project, ...terraformCloud.teams]),
    ...(containerRegistry === false ? [] : containerRegistry.baseImages.map(({ repository }) => repository)),
    ...(organisation.ephemeral === false
      ? []
      : [organisation.ephemeral.parentZone, organisation.ephemeral.publishingParent]),
    ...(sentry === false ? [] : [sentry.slug, sentry.slackWorkspace]),
    ...Object.values(uptimeDestinations ?? {}).map(({ pingdomTeam }) => pingdomTeam),
    ...(signIn === false ? [] : signIn.teams.map((team) => team.split(":").at(-1))),
    ...tenants.teams.map(({ slackChannel }) => slackChannel),
    defaults.region,
    defaults.clusterName,
    defaults.chartsRepository,
    defaults.deployChannel,
  ];
  return [...new Set(names.filter((name) => name !== undefined))];
}

const NAMES = namesOf();

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);

/** A name as a word of its own: `govuk-vpc` and `govuk_public` have it, `mygovuk` has not. */
const ANY_NAME = new RegExp(`(?<![a-z0-9])(?:${NAMES.map(escaped).join("|")})(?![a-z0-9])`, "gi");

const namesIn = (text: string): string[] => text.match(ANY_NAME) ?? [];

function sources(): string[] {
  return readdirSync(SOURCE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(SOURCE, join(parentPath, name)))
    .filter((path) => !path.startsWith("platform/") && !LISTS.includes(path));
}

describe("names of the organisation", () => {
  it("are written in src/platform alone", () => {
    const found = sources().flatMap((path) =>
      readFileSync(join(SOURCE, path), "utf8")
        .split("\n")
        .flatMap((line, index) => namesIn(line).map((name) => `src/${path}:${index + 1} ${name}`)),
    );

    expect(found).toEqual([]);
  });

  it("are looked for in constructs, add-ons, settings and stacks", () => {
    const folders = new Set(sources().map((path) => path.split("/")[0]));

    expect([...folders]).toEqual(
      expect.arrayContaining(["access", "addons", "constructs", "infrastructure", "settings", "stacks"]),
    );
  });

  it.each(NAMES)("would be found: %s", (name) => {
    expect(namesIn(`const planted = "${name}";`)).not.toEqual([]);
  });

  it.each(["tags: { Name: `govuk-vpc-${label}` }", 'name: "govuk_public"', "// as in alphagov/whitehall"])(
    "would be found in %s",
    (line) => {
      expect(namesIn(line)).toHaveLength(1);
    },
  );

  it("are no part of other words", () => {
    expect(namesIn('repository: "mygovuk"')).toEqual([]);
  });
});
