import { type Path, problem, show } from "../../settings/checking/problem";
import { problemsOfReason } from "../../settings/checking/reason";
import type { RoleConfig, VolumeConfig } from "./settings";
import { problemsOfNamespace } from "./namespace-rule";

const SERVER = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;

/** A folder from the root on, and not the root itself. */
const FOLDER = /^(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;

/** Checks the exports of NFS servers that charts may bind. */
export const problemsOfVolumes = (volumes: readonly VolumeConfig[], path: Path): string[] =>
  volumes.flatMap(({ server, path: folder, reason }, index) => [
    ...(SERVER.test(server)
      ? []
      : [
          problem(
            [...path, index, "server"],
            'a name such as "assets.example.internal"',
            show(server),
            "write the whole name of one server",
          ),
        ]),
    ...(FOLDER.test(folder)
      ? []
      : [
          problem(
            [...path, index, "path"],
            'a folder such as "/assets"',
            show(folder),
            "name one folder of the server: its root holds those of all others",
          ),
        ]),
    ...problemsOfReason(reason, [...path, index, "reason"], "say what the applications keep there"),
  ]);

/** Words of rules that a Role must not have: each would lift the bounds of the others. */
const RAISING = ["*", "bind", "escalate", "impersonate"];

/** Checks the rights that Roles of charts may have. */
export const problemsOfRoles = (
  roles: readonly RoleConfig[],
  path: Path,
  namespaces: readonly string[],
): string[] =>
  roles.flatMap(({ namespace, apiGroups, resources, verbs, reason }, index) => [
    ...problemsOfNamespace(namespace, [...path, index, "namespace"], namespaces),
    ...Object.entries({ apiGroups, resources, verbs }).flatMap(([field, words]) =>
      problemsOfWords(words, [...path, index, field]),
    ),
    ...problemsOfReason(reason, [...path, index, "reason"], "say what the applications do with these rights"),
  ]);

const problemsOfWords = (words: readonly string[], path: Path): string[] =>
  words.length === 0
    ? [problem(path, "at least one", "none", "list each by its name, or remove the entry")]
    : words.flatMap((word, place) =>
        word.includes("*") || RAISING.includes(word)
          ? [
              problem(
                [...path, place],
                `a name; none of ${RAISING.join(", ")}`,
                show(word),
                "list each right by its name: these would give all others",
              ),
            ]
          : [],
      );
