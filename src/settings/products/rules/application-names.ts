import { isOfEveryObject } from "../../checking/own-value";
import { type Path, show } from "../../checking/problem";
import type { WrittenApplication } from "../applications";
import { name as NAME } from "../fields";
import type { Finding } from "../finding";
import type { World } from "../world";

/** Refuses a name of an application or of its image that resources cannot have. */
export const applicationsHaveNames = ({ applications }: World): Finding[] =>
  applications.flatMap((written) => [
    ...unusable(written.application.name).map((words) => ({ ...at(written), ...words })),
    ...(written.file.product?.applications?.[written.application.name]?.images ?? []).flatMap(
      (image, index) => unusable(image).map((words) => ({ ...at(written, "images", index), ...words })),
    ),
  ]);

function unusable(name: string): Pick<Finding, "expected" | "got" | "fix">[] {
  const issue = NAME.safeParse(name).error?.issues[0];
  return issue === undefined && !isOfEveryObject(name)
    ? []
    : [
        {
          expected: issue?.message ?? "a name that JavaScript does not keep for itself",
          got: show(name),
          fix: "choose another name",
        },
      ];
}

/** Refuses two applications of a name, in one file or in two: each has one project at Sentry and one entry in the catalogue. */
export function applicationsAreUnique({ applications }: World): Finding[] {
  const first = new Map<string, WrittenApplication>();
  return applications.flatMap((written) => {
    const { name } = written.application;
    const earlier = first.get(name);
    first.set(name, earlier ?? written);
    return earlier === undefined
      ? []
      : [
          {
            ...at(written),
            expected: "an application that no other file has",
            got: `${show(name)}, which is in ${earlier.file.path} too`,
            fix: "take it out of one of the two, or rename it",
          },
        ];
  });
}

/** Refuses an image that two repositories would build: the last to push would win. */
export function imagesAreUnique({ applications, baseImages }: World): Finding[] {
  const owners = new Map<string, string | WrittenApplication>(
    baseImages.map(({ name, repository }) => [name, repository]),
  );
  return applications.flatMap((written) =>
    written.application.images.flatMap((image, index) => {
      const earlier = owners.get(image);
      owners.set(image, earlier ?? written);
      const owner = typeof earlier === "object" ? earlier.application.name : earlier;
      // Another rule refuses an application that is in two files.
      return owner === undefined || (earlier !== written && owner === written.application.name)
        ? []
        : [
            {
              ...at(written, "images", index),
              expected: "an image of its own",
              got: `${show(image)}, which ${owner} has`,
              fix: "build an image in one repository only",
            },
          ];
    }),
  );
}

const at = ({ file, application }: WrittenApplication, ...below: Path): Pick<Finding, "file" | "path"> => ({
  file,
  path: ["applications", application.name, ...below],
});
