import { GITHUB } from "../names";
import type { ApplicationConfig } from "../../settings/tenants/tenants";

type Differences = Partial<Omit<ApplicationConfig, "name" | "team">>;

/**
 * Defaults of an application: most run in `apps`, report to Sentry, and are built from a repository of their
 * name.
 */
const application =
  (team: string, common: Differences = {}) =>
  (name: string, differences: Differences = {}): ApplicationConfig => ({
    name,
    team,
    repository: `${GITHUB}/${name}`,
    namespace: "apps",
    images: [name],
    sentry: true,
    hosts: [],
    ...common,
    ...differences,
  });

const contentApis = application("content-apis");
const navigation = application("navigation");
const patternsAndPages = application("patterns-and-pages");
const mainstream = application("mainstream-experience");
const contentReuse = application("content-reuse");
const whitehall = application("whitehall-experience");
const search = application("search");
const ai = application("ai");
const classification = application("classification-systems-metadata", { sentry: false });
const platform = application("platform-engineering", { sentry: false });
const licensing = application("licensing", { namespace: "licensify" });
const datagovuk = application("datagovuk", { namespace: "datagovuk", sentry: false });

/**
 * Applications. Hosts with the name of their application are written out too, so that a search for a host
 * finds its owner.
 */
export const applications: readonly ApplicationConfig[] = [
  // The frontend serves assets too, behind paths of the same hosts. These hosts are asset-manager's.
  contentApis("asset-manager", { hosts: ["assets-origin", "draft-assets"] }),
  contentApis("authenticating-proxy", { hosts: ["draft-origin"] }),
  contentApis("bouncer", { hosts: ["bouncer"] }),
  contentApis("content-store"),
  contentApis("govspeak-preview", { hosts: ["govspeak-preview"] }),
  contentApis("hmrc-manuals-api", { hosts: ["hmrc-manuals-api"] }),
  contentApis("link-checker-api"),
  contentApis("publishing-api"),
  contentApis("signon", { hosts: ["signon"] }),
  contentApis("support", { hosts: ["support"] }),
  contentApis("support-api"),
  contentApis("transition", { hosts: ["transition"] }),

  navigation("collections"),
  navigation("email-alert-api", { hosts: ["email-alert-api"] }),
  navigation("email-alert-frontend"),
  navigation("email-alert-service", { hasService: false }),

  patternsAndPages("account-api", { hosts: ["account-api"] }),
  patternsAndPages("feedback"),
  patternsAndPages("finder-frontend"),
  patternsAndPages("frontend"),
  patternsAndPages("local-links-manager", { hosts: ["local-links-manager"] }),
  patternsAndPages("locations-api"),
  patternsAndPages("places-manager", { images: ["places-manager", "imminence"], hosts: ["places-manager"] }),

  mainstream("collections-publisher", { hosts: ["collections-publisher"] }),
  mainstream("content-tagger", { hosts: ["content-tagger"] }),
  mainstream("fact-check-manager", { hosts: ["fact-check-manager"] }),
  mainstream("publisher", { hosts: ["publisher"] }),
  mainstream("smart-answers"),

  contentReuse("content-block-manager", { hosts: ["content-block-manager"] }),
  contentReuse("content-data-admin", { hosts: ["content-data"] }),
  contentReuse("content-data-api", { hosts: ["content-data-api"] }),

  whitehall("manuals-publisher", { hosts: ["manuals-publisher"] }),
  whitehall("service-manual-publisher", { hosts: ["service-manual-publisher"] }),
  whitehall("short-url-manager", { hosts: ["short-url-manager"] }),
  whitehall("specialist-publisher", { hosts: ["specialist-publisher"] }),
  whitehall("travel-advice-publisher", { hosts: ["travel-advice-publisher"] }),
  whitehall("whitehall", { hosts: ["whitehall-admin"] }),

  search("search-admin", { hosts: ["search-admin"] }),
  search("search-api", { images: ["search-api", "search-api-learn-to-rank"] }),
  search("search-api-v2", { hosts: ["search-api"] }),
  search("search-api-v2-beta-features", { hasService: false }),

  ai("govuk-chat", { hosts: ["chat"] }),

  classification("govuk-ai-accelerator", { hosts: ["govuk-ai-accelerator-app"] }),
  classification("govuk-ai-graph-tools", { hosts: ["govuk-ai-graph-tools-app"] }),

  platform("govuk-dependency-checker"),
  platform("govuk-e2e-tests", { hasService: false }),
  platform("govuk-job-request-operator", { hasService: false }),
  platform("govuk-mirror"),
  platform("govuk-replatform-test-app", { hosts: ["govuk-replatform-test-app"] }),
  platform("govuk-synthetic-test-app"),
  platform("govuk-synthetic-test-app-canary", { hosts: ["govuk-synthetic-test-app-canary"] }),
  platform("release", { hosts: ["release"], sentry: true }),
  platform("router", { hosts: ["www-origin"], sentry: true }),

  licensing("licensify", {
    images: ["licensify-backend", "licensify-feed", "licensify-frontend"],
    hosts: ["licensify", "licensify-admin"],
  }),

  datagovuk("ckan", { repository: `${GITHUB}/ckanext-datagovuk`, hosts: ["ckan"] }),
  datagovuk("datagovuk-find", { repository: `${GITHUB}/datagovuk_find`, hosts: ["find"] }),
];
