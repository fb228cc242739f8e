import { setTimeout as delay } from "node:timers/promises";
import { asList, asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { Stage } from "./watched";

const TEMPLATES = "/apis/templates.gatekeeper.sh/v1/constrainttemplates";
const PAUSE_IN_MILLISECONDS = 200;

/**
 * Templates whose kinds a pod waits for: those that `kubectl wait` of one of its containers names, as
 * `constrainttemplate/allowed-images`.
 */
export const templatesAwaitedBy = ({ spec }: JsonMap): string[] =>
  asList(asMap(spec).containers)
    .filter(isMap)
    .map(({ args }) => asList(args).map(textOf))
    .filter(([command]) => command === "wait")
    .flatMap((args) => args.flatMap((arg) => /^constrainttemplate\/(.+)$/.exec(arg)?.[1] ?? []));

/** Plays `kubectl wait`: returns once every template that a pod waits for is served. */
export async function awaited(pod: JsonMap, { client, signal }: Stage): Promise<void> {
  for (const name of templatesAwaitedBy(pod)) {
    while (!(await isServed(name, client))) {
      await delay(PAUSE_IN_MILLISECONDS, undefined, { signal });
    }
  }
}

async function isServed(name: string, client: Stage["client"]): Promise<boolean> {
  const { body } = await client.get(`${TEMPLATES}/${name}`);
  return asMap(body.status).created === true;
}
