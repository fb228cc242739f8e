import type { Json } from "../../../../src/output/leaves";
import { leavesOf } from "../../../../src/output/leaves";
import { textOf } from "../../../terraform-json/json-map";
import { IMAGE_HOSTS } from "../mirrored-environment";
import { nameOf } from "../objects";
import type { Rule } from "../rendered";

const DOCKER_HUB = "docker.io";

/** Image as `host/path:tag`, alone or behind an option of a program. */
const IMAGE = /(?:^|[\s=,"'])((?:[\w-]+\.)+[a-z]{2,}(?:\/[\w.-]+)+(?::[\w.-]+|@sha256:\w+))(?=$|[\s,"'])/g;

/**
 * Refuses images from a host that the environment has a mirror of: those of containers, and those in
 * arguments.
 */
export const imagesComeFromMirrors: Rule = ({ objects, workloads }, { addons: { registries } }) => {
  const used = [
    ...workloads.flatMap(({ name, containers }) =>
      containers.map(({ image = "" }) => ({ name, image: textOf(image) })),
    ),
    ...objects
      .filter(({ kind }) => kind !== "CustomResourceDefinition")
      .flatMap((object) => imagesIn(object).map((image) => ({ name: nameOf(object), image }))),
  ];
  const problems = used
    .filter(({ image }) => image !== "")
    .flatMap(({ name, image }) => {
      const mirror = registries[hostOf(image)];
      return mirror === undefined ? [] : [`${name}: expected ${image} from ${mirror}`];
    });
  return [...new Set(problems)];
};

/** Refuses images from a host that is not on the list of mirrored ones. */
export const everyHostIsKnown: Rule = ({ workloads }, { addons: { registries } }) => {
  const mirrors = Object.values(registries).map((mirror) => hostOf(`${mirror}/`));
  const unknown = ({ image = "" }: { readonly image?: Json }) =>
    ![...IMAGE_HOSTS, ...mirrors].includes(hostOf(textOf(image)));
  return IMAGE_HOSTS.every((host) => host in registries)
    ? workloads.flatMap(({ name, containers }) =>
        containers
          .filter(unknown)
          .map(({ image }) => `${name}: ${textOf(image)} comes from a host that no mirror is listed for`),
      )
    : [];
};

const imagesIn = (object: Json): string[] =>
  [...leavesOf(object)].flatMap(({ value }) => [...value.matchAll(IMAGE)].map(([, image]) => image!));

/** Host that an image is pulled from. */
export function hostOf(image: string): string {
  const [first = "", ...rest] = image.split("/");
  return rest.length > 0 && /[.:]/.test(first) ? first : DOCKER_HUB;
}
