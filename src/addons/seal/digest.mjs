// What a team's job runs: one message to its channel with the pull requests that are open. It needs nothing but
// Node, and reads everything from its environment.

const {
  TEAM,
  CHANNEL,
  REPOSITORIES,
  GITHUB_TOKEN,
  SLACK_TOKEN,
  GITHUB_URL = "https://api.github.com",
  SLACK_URL = "https://slack.com/api",
} = process.env;

const OLD_DAYS = 7;
const DAY = 24 * 60 * 60 * 1000;
const BOTS = /^(dependabot|renovate)/;

async function answer(url, options) {
  const response = await fetch(url, { ...options, signal: AbortSignal.timeout(30_000) });
  if (!response.ok) {
    throw new Error(`${new URL(url).host}: ${response.status} ${response.statusText}`);
  }
  return response.json();
}

async function openPullRequests(repository) {
  const url = `${GITHUB_URL}/repos/${repository}/pulls?state=open&per_page=100`;
  const headers = { authorization: `Bearer ${GITHUB_TOKEN}`, accept: "application/vnd.github+json" };
  const pulls = await answer(url, { headers });
  return pulls.filter(({ draft }) => !draft).map((pull) => ({ ...pull, repository }));
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function line({ title, html_url: url, user, created_at: created, repository }) {
  const days = Math.floor((Date.now() - Date.parse(created)) / DAY);
  const age = days >= OLD_DAYS ? ` :warning: ${days} days old` : "";
  return `• <${url}|${escaped(title)}> (${repository.split("/").at(-1)}, by ${escaped(user.login)})${age}`;
}

function message(pulls, failures) {
  const [bots, people] = [true, false].map((of) => pulls.filter(({ user }) => BOTS.test(user.login) === of));
  people.sort((one, other) => Date.parse(one.created_at) - Date.parse(other.created_at));

  return [
    `*${people.length} pull requests of ${TEAM} are waiting*`,
    ...people.map(line),
    ...(bots.length > 0 ? [`and ${bots.length} that only change versions`] : []),
    ...(failures.length > 0 ? [`Not read: ${failures.join(", ")}`] : []),
  ].join("\n");
}

const repositories = REPOSITORIES.split(" ");
const results = await Promise.allSettled(repositories.map(openPullRequests));
const failures = repositories.filter((_, index) => results[index].status === "rejected");
results.filter(({ status }) => status === "rejected").forEach(({ reason }) => console.error(reason.message));

const pulls = results.flatMap(({ value = [] }) => value);
if (pulls.length > 0 || failures.length > 0) {
  const { ok, error } = await answer(`${SLACK_URL}/chat.postMessage`, {
    method: "POST",
    headers: { authorization: `Bearer ${SLACK_TOKEN}`, "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({ channel: CHANNEL, text: message(pulls, failures), unfurl_links: false }),
  });
  if (!ok) {
    throw new Error(`Slack: ${error}`);
  }
}
console.log(`${TEAM}: ${pulls.length} pull requests, ${failures.length} repositories not read`);
process.exitCode = failures.length > 0 ? 1 : 0;
