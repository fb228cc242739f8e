import type { Json } from "../../../src/output/leaves";
import { isList, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { KubernetesObject } from "../../checks/charts/objects";

/** Arguments of operators with the image of their own pods: with a value, and before it. */
const IMAGE_ARGUMENT = /^--[\w-]*(?:image|reloader)=(.+\/.+)$/;
const IMAGE_OPTION = /^--[\w-]*image$/;

/** All images in objects: those of pods and custom resources, and those in arguments of operators. */
export const imagesOf = (objects: readonly KubernetesObject[]): string[] => [
  ...new Set(objects.filter(({ kind }) => kind !== "CustomResourceDefinition").flatMap(imagesBelow)),
];

function imagesBelow(value: Json): string[] {
  if (isList(value)) {
    return value.flatMap((item, place) =>
      typeof item === "string" ? told(item, value[place + 1]) : imagesBelow(item),
    );
  }
  return isMap(value)
    ? Object.entries(value).flatMap(([key, below]) =>
        key === "image" ? (imageOf(below) ?? imagesBelow(below)) : imagesBelow(below),
      )
    : [];
}

/** A container names its image; a volume that is one refers to it. */
function imageOf(image: Json): string[] | undefined {
  const name = isMap(image) ? image.reference : image;
  return typeof name === "string" && name !== "" ? [name] : undefined;
}

function told(argument: string, next: Json | undefined): string[] {
  const image = IMAGE_OPTION.test(argument) ? next : IMAGE_ARGUMENT.exec(argument)?.[1];
  return typeof image === "string" ? [image] : [];
}

/**
 * Images in a release's own values, for charts that cannot be rendered. Tags are the chart's unless named.
 */
export const imagesNamedIn = (values: JsonMap): string[] => [
  ...new Set(
    Object.entries(values).flatMap(([key, below]) => [
      ...(/image$/i.test(key) ? named(below) : []),
      ...(isMap(below) ? imagesNamedIn(below) : []),
      ...(isList(below) ? below.filter(isMap).flatMap(imagesNamedIn) : []),
    ]),
  ),
];

function named(image: Json): string[] {
  if (typeof image === "string") {
    return image.includes("/") ? [image] : [];
  }
  if (!isMap(image) || typeof image.repository !== "string") {
    return [];
  }
  const name = [image.registry, image.repository].filter((part) => part !== undefined).map(textOf);
  const tag = typeof image.tag === "string" && image.tag !== "" ? `:${image.tag}` : "";
  return [`${name.join("/")}${tag}`];
}
