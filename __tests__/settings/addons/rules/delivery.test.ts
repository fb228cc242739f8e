import { describe, expect, it } from "vitest";
import type { ArgoCdConfig } from "../../../../src/addons/argo-cd/settings";
import type { ArgoWorkflowsConfig } from "../../../../src/addons/argo-workflows/settings";
import { problemsWith, testEnvironment } from "../../../support/environments";

const { argoCd, argoWorkflows } = testEnvironment.addons;
const problemsOf = (addons: object) => problemsWith({ addons });
const wrong = (text: string) => `production clusters.govuk.addons.${text}`;

const problemsOfArgoCd = (overrides: object) => problemsOf({ argoCd: overrides });
const deployKey = { url: "git@github.com:alphagov", path: "govuk/alphagov-repo-creds" };
const problemsOfWorkflows = (overrides: object) => problemsOf({ argoWorkflows: overrides });

describe("addons.argoCd", () => {
  it.each(["red", "#D4351C", "#d43", "d4351c"])("may not have the banner colour %o", (bannerColour) => {
    expect(problemsOfArgoCd({ bannerColour })).toEqual([
      wrong(
        `argoCd.bannerColour: expected a colour such as "#d4351c", got "${bannerColour}"; write "#" and six ` +
          "lower-case hexadecimal digits",
      ),
    ]);
  });

  it.each(["someone/charts", "govuk-helm-charts", "https://github.com/alphagov/charts"])(
    "may not deploy what %o says",
    (repository) => {
      expect(problemsOfArgoCd({ charts: { repository, branch: "main" } })).toEqual([
        wrong(
          'argoCd.charts.repository: expected a repository of alphagov such as "alphagov/govuk-helm-charts", got ' +
            `"${repository}"; its content is deployed, so no other organisation may change it`,
        ),
      ]);
    },
  );

  it.each(["/charts", "charts/..", ""])("makes no applications from folder %o", (bootstrapPath) => {
    expect(problemsOfArgoCd({ bootstrapPath })).toEqual([
      wrong(
        `argoCd.bootstrapPath: expected a folder such as "charts/app-config", got "${bootstrapPath}"; write it as seen ` +
          "from the repository's root, without a slash at either end",
      ),
    ]);
  });

  it("signs in to repositories of the organisation only, with secrets that can be read", () => {
    const repositories = [{ url: "https://github.com/alphagovernment", path: "other/app" }, deployKey];

    expect(problemsOfArgoCd({ repositories })).toEqual([
      wrong(
        "argoCd.repositories[0].url: expected https://github.com/alphagov or git@github.com:alphagov, or a repository " +
          "below it, got " +
          '"https://github.com/alphagovernment"; credentials are for the organisation\'s own repositories',
      ),
      wrong(
        'argoCd.repositories[0].path: expected a path below govuk/, got "other/app"; External Secrets may read ' +
          "nothing else; store it there",
      ),
    ]);
  });

  it.each(["", "-x", "feature/", "a b", "/main"])("follows no branch %o", (branch) => {
    expect(problemsOfArgoCd({ charts: { repository: "alphagov/charts", branch } })).toEqual([
      wrong(
        `argoCd.charts.branch: expected a branch such as "main", got "${branch}"; use letters, digits and -, _, . or ` +
          "/ between them",
      ),
    ]);
  });

  it.each(["https://github.com/alphagov/some_charts", "https://github.com/alphagov/Some-Charts"])(
    "has one secret for some-charts, and none for %s beside it",
    (url) => {
      const path = "govuk/argocd/github-app";
      const repositories = [
        { url: "https://github.com/alphagov", path },
        { url: "https://github.com/alphagov/some-charts", path },
        { url, path },
        deployKey,
      ];

      expect(problemsOfArgoCd({ repositories })).toEqual([
        wrong(
          "argoCd.repositories[2].url: expected an address that differs from those before it by more than case and " +
            `punctuation, got "${url}"; leave one of them out, or write what both begin with`,
        ),
      ]);
    },
  );

  it("clones by SSH with a key alone", () => {
    expect(problemsOfArgoCd({ repositories: [] })).toEqual([
      wrong(
        "argoCd.repositories: expected a deploy key for git@github.com:alphagov/govuk-helm-charts, which is cloned by " +
          'SSH, got none; add { url: "git@github.com:alphagov", path: "…" }, or set charts.transport to "https"',
      ),
    ]);
    expect(
      problemsOfArgoCd({
        repositories: [],
        charts: { repository: "alphagov/govuk-helm-charts", branch: "main", transport: "https" },
      }),
    ).toEqual([]);
  });

  it.each([
    ["govukk", 'did you mean "govuk"?'],
    ["constructor", "describe the layout in chartsLayouts of the organisation"],
  ])("has no layout %s that the organisation does not describe", (layout, fix) => {
    expect(problemsOfArgoCd({ charts: { repository: "alphagov/charts", branch: "main", layout } })).toEqual([
      wrong(`argoCd.charts.layout: expected own or govuk, got "${layout}"; ${fix}`),
    ]);
  });

  it("is on where it installs other add-ons, whose values are in the charts then", () => {
    expect(
      problemsOf({ reloader: { installedBy: "argo-cd", values: { reloader: { logLevel: "info" } } } }),
    ).toEqual([
      wrong(
        "reloader.values: expected nothing, since Argo CD installs it, got an object; write them into the " +
          'repository of charts, or set installedBy to "terraform"',
      ),
    ]);
    expect(problemsOf({ reloader: { installedBy: "argo-cd" }, argoCd: false })).toContain(
      wrong(
        "argoCd: expected argoCd on, since reloader needs it for installing it, got false; switch argoCd on, or " +
          "reloader off as well",
      ),
    );
  });

  it("has windows that open at a time and close again", () => {
    const syncWindows = [{ kind: "deny", schedule: "friday", hours: 200, manualSync: true }];

    expect(problemsOfArgoCd({ syncWindows })).toEqual([
      wrong(
        'argoCd.syncWindows[0].schedule: expected minute, hour, day, month and day of the week such as "0 17 * * 5", ' +
          'got "friday"; write five fields with a space between them, Sunday as 0, for a time that comes',
      ),
      wrong(
        "argoCd.syncWindows[0].hours: expected a whole number from 1 to 168, got 200; a window is open for a week " +
          "at most",
      ),
    ]);
  });

  it("tells a Slack channel by its name, with a token that can be read", () => {
    const slack = { tokenPath: "slack", channel: "deploys", triggers: [] };

    expect(problemsOfArgoCd({ slack })).toEqual([
      wrong(
        'argoCd.slack.tokenPath: expected a path below govuk/, got "slack"; External Secrets may read nothing else; ' +
          "store it there",
      ),
      wrong(
        'argoCd.slack.channel: expected a Slack channel, got "deploys"; write "#" and the channel in lower case, ' +
          'such as "#deploy-alerts"',
      ),
    ]);
  });

  it("knows its triggers", () => {
    const { slack } = argoCd as ArgoCdConfig;

    expect(problemsOfArgoCd({ slack: { ...slack, triggers: ["on-sync-fail"] } })).toEqual([
      expect.stringContaining('got "on-sync-fail"; did you mean "on-sync-failed"?'),
    ]);
  });
});

describe("addons.argoWorkflows", () => {
  it("keeps artifacts for some days", () => {
    expect(problemsOfWorkflows({ keepArtifactsDays: 0 })).toEqual([
      wrong(
        "argoWorkflows.keepArtifactsDays: expected a whole number from 1 to 3650, got 0; write how many days",
      ),
    ]);
  });

  it("has an archive that forgets", () => {
    expect(problemsOfWorkflows({ archive: { keepDays: 0.5 } })).toEqual([
      wrong(
        "argoWorkflows.archive.keepDays: expected a whole number from 1 to 3650, got 0.5; write how many days",
      ),
    ]);
  });

  it("has no archive without a database for it", () => {
    const problems = problemsWith({
      workflowsDatabase: false,
      addons: { argoWorkflows: { archive: { keepDays: 30 } } },
    });

    expect(problems).toEqual([
      wrong(
        "argoWorkflows.archive: expected false, since workflowsDatabase is false, got an archive; let it have a " +
          "database, or forget workflows when the cluster does",
      ),
    ]);
  });

  it.each(["/tags", "tags/", "../tags", "tags/../..", ""])("keeps no tags in folder %o", (tagsFolder) => {
    const { promotion } = argoWorkflows as ArgoWorkflowsConfig;

    expect(problemsOfWorkflows({ promotion: { ...promotion, tagsFolder } })).toEqual([
      wrong(
        `argoWorkflows.promotion.tagsFolder: expected a folder such as "charts/app-config/image-tags", got ` +
          `"${tagsFolder}"; write it as seen from the repository's root, without a slash at either end`,
      ),
    ]);
  });

  it.each(["someone/image-tags", "image-tags", "https://github.com/alphagov/image-tags", "alphagov/"])(
    "keeps no tags in repositories that begin with %o",
    (repository) => {
      const { promotion } = argoWorkflows as ArgoWorkflowsConfig;

      expect(problemsOfWorkflows({ promotion: { ...promotion, tags: { repository } } })).toEqual([
        wrong(
          "argoWorkflows.promotion.tags.repository: expected the beginning of repositories of alphagov such as " +
            `"alphagov/image-tags", got "${repository}"; write organisation and name, without the environment`,
        ),
      ]);
    },
  );

  it("shares a repository of tags among environments for a reason", () => {
    const { promotion } = argoWorkflows as ArgoWorkflowsConfig;
    const shared = (reason: string) =>
      problemsOfWorkflows({ promotion: { ...promotion, tags: { shared: { reason } } } });

    expect(shared("Charts read it.")).toEqual([]);
    expect(shared("")).toEqual([
      wrong(
        'argoWorkflows.promotion.tags.shared.reason: expected a sentence, got ""; say why, or give each ' +
          "environment a repository of its own",
      ),
    ]);
  });

  it("asks applications at a path whether they are well", () => {
    const { promotion } = argoWorkflows as ArgoWorkflowsConfig;

    expect(problemsOfWorkflows({ promotion: { ...promotion, smokeTestPath: "healthy?" } })).toEqual([
      wrong(
        'argoWorkflows.promotion.smokeTestPath: expected a path such as "/healthcheck/ready", got "healthy?"; begin ' +
          'it with "/", and leave out host and query',
      ),
    ]);
  });
});

describe("addons.imagePullSecrets", () => {
  const registry = {
    registry: "ghcr.io",
    repositories: ["example/forms"],
    path: "govuk/ghcr",
    namespaces: ["apps"],
  };

  it("may list a registry that asks for a password", () => {
    expect(problemsOf({ imagePullSecrets: [registry] })).toEqual([]);
  });

  it("admits the repositories that it names, and no whole registry", () => {
    const problemsOfRepositories = (...repositories: readonly string[]) =>
      problemsOf({ imagePullSecrets: [{ ...registry, repositories }] });

    expect(problemsOfRepositories("forms", "example/forms.api/worker_2")).toEqual([]);
    expect(problemsOfRepositories()).toEqual([
      wrong(
        "imagePullSecrets[0].repositories: expected one repository at least, got an empty list; " +
          "list what these namespaces pull",
      ),
    ]);
    expect(problemsOfRepositories("", "*", "example/", "example/forms:1", "Example/forms")).toEqual(
      ["", "*", "example/", "example/forms:1", "Example/forms"].map((name, place) =>
        wrong(
          `imagePullSecrets[0].repositories[${place}]: expected a repository such as "example/forms", ` +
            `got ${JSON.stringify(name)}; write the whole name below the host, without a tag and without a pattern`,
        ),
      ),
    );
  });

  it("has credentials that can be read", () => {
    expect(problemsOf({ imagePullSecrets: [{ ...registry, path: "ghcr" }] })).toEqual([
      wrong(
        'imagePullSecrets[0].path: expected a path below govuk/, got "ghcr"; External Secrets may read nothing else; ' +
          "store it there",
      ),
    ]);
  });

  it("lists each registry once, by its host, for some namespace", () => {
    const imagePullSecrets = [
      registry,
      { ...registry, namespaces: [] },
      { ...registry, registry: "https://ghcr.io/x" },
      { ...registry, registry: "quay..io" },
    ];

    expect(problemsOf({ imagePullSecrets })).toEqual([
      wrong(
        "imagePullSecrets[1].registry: expected a registry that differs from those before it by more than " +
          'punctuation, got "ghcr.io"; add the namespaces to the one that is there',
      ),
      wrong(
        "imagePullSecrets[1].namespaces: expected one of apps, licensify, datagovuk, delivery, cluster-services, monitoring, gatekeeper-system, got " +
          "an empty list; list where its images are pulled",
      ),
      wrong(
        'imagePullSecrets[2].registry: expected the host of a registry such as "ghcr.io", got "https://ghcr.io/x"; ' +
          "leave out the scheme and whatever comes after the host",
      ),
      wrong(
        'imagePullSecrets[3].registry: expected the host of a registry such as "ghcr.io", got "quay..io"; ' +
          "leave out the scheme and whatever comes after the host",
      ),
    ]);
  });

  it("needs External Secrets", () => {
    expect(problemsOf({ externalSecrets: false, imagePullSecrets: [registry] })).toContainEqual(
      wrong(
        "externalSecrets: expected externalSecrets on, since imagePullSecrets needs it for registries' credentials, " +
          "got false; switch externalSecrets on, or imagePullSecrets off as well",
      ),
    );
  });
});
