import { MASK } from "./mask";

/** Last words of keys that hold a secret: `adminPassword`, `AWS_SECRET_ACCESS_KEY`, `http_passwd`. */
const LAST_WORDS = [
  "password",
  "passwd",
  "passphrase",
  "pwd",
  "pass",
  "pw",
  "secret key base",
  "token",
  "client secret",
  "shared secret",
  "cookie secret",
  "signing secret",
  "webhook secret",
  "app secret",
  "server secretkey",
  "secret access key",
  "account key",
  "api key",
  "apikey",
  "auth key",
  "encryption key",
  "private key",
  "service key",
  "integration key",
  "routing key",
  "signing key",
  "credentials",
];

/** Keys that hold a secret only where nothing precedes them. */
const WHOLE = ["secret key", "access key"];

/** Answers for keys that were asked about. The same few hundred come back in every environment and add-on. */
const known = new Map<string, boolean>();

/** True if a setting, a variable or a field of this name holds a secret. */
export function isSecretKey(key: string): boolean {
  const answer = known.get(key) ?? endsInSecretWords(key);
  known.set(key, answer);
  return answer;
}

function endsInSecretWords(key: string): boolean {
  const words = wordsOf(key);
  return WHOLE.includes(words) || LAST_WORDS.some((last) => ` ${words}`.endsWith(` ${last}`));
}

/** Environment variable that is named after a key or a secret, which is one if the value looks like one. */
const VARIABLE = /^(?:[A-Z][A-Z0-9]*_)*(?:SECRET|KEY)$/;

/** Word without spaces, colons or dots, such as no name of a thing is: long, with digits. */
const RANDOM = /^(?=.*\d.*\d)(?=.*[A-Za-z])[A-Za-z0-9+/_=-]{20,}$/;

/** True if the value of a field says what a secret is. */
export const isSecret = (key: string, value: string): boolean =>
  isLiteral(value) && (isSecretKey(key) || (VARIABLE.test(key) && RANDOM.test(value)));

/** Option of a command, whose value is the next argument. */
const OPTION = /^--?([A-Za-z][\w-]*)$/;

/** Name of the option that an argument is the value of; `named` where it is none. */
export function optionOf(before: unknown, item: unknown, named: string): string {
  const option = typeof before === "string" ? OPTION.exec(before)?.[1] : undefined;
  return option === undefined || (typeof item === "string" && item.startsWith("-")) ? named : option;
}

/** Stands for the key of each field in the data of a Kubernetes Secret. */
const DATA_OF_A_SECRET = "data of a Secret";

/** Key that says what a field of a map holds, which is sometimes another than the field's own. */
export function nameIn(map: object, key: string, named: string): string {
  if (named === DATA_OF_A_SECRET) {
    return "password";
  }
  switch (key) {
    case "data":
    case "stringData":
      return "kind" in map && map.kind === "Secret" ? DATA_OF_A_SECRET : key;
    case "value":
      return "name" in map && typeof map.name === "string" ? map.name : key;
    // A client of an identity provider; elsewhere `secret` is the name of one.
    case "secret":
      return "id" in map ? "clientSecret" : key;
    // An ExternalSecret says under which key of a Secret the value goes.
    case "secretKey":
      return "remoteRef" in map ? "" : key;
    default:
      return key;
  }
}

/** `clientSecret`, `client_secret` and `CLIENT-SECRET` are all `client secret`. */
const wordsOf = (key: string): string =>
  key
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[^A-Za-z0-9]+/g, " ")
    .trim()
    .toLowerCase();

/** Place from which a program reads the secret: `$NAME`, `$secret:key`, `${NAME}`, `$__file{/path}`, `{{ … }}`, a file. */
const REFERENCE =
  /^(?:\$[\w-]+(?::[\w.-]+)?|\$\{[^]+\}|\$__\w+\{[^}]+\}|\{\{[^]*\}\}|\/(?:etc|mnt|opt|run|secrets|tmp|var)\/[\w./-]+)$/;

/** Words that stand for no secret: what a workflow may do with an `id-token`, and switches. */
const PLAIN_WORD = /^(?:read|write|none|true|false|)$/;

/** True if a value is the secret itself, not a reference to it. */
const isLiteral = (value: string): boolean =>
  value !== MASK && !PLAIN_WORD.test(value) && !REFERENCE.test(value);

/** Fields in a text: `password = x`, `"client_secret": "x"`, `http_passwd: x`, `--password=x`. */
const FIELD =
  /(?<=^|[\s{,;])["']?(?:--?)?([A-Za-z][\w.-]*)["']?[ \t]*[:=](?=[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"',;{}[\]]+)))/g;

/** Character without which a text has no field. Most texts have none, and this is quicker to see. */
const ASSIGNMENT = /[:=]/;

/** Start of a variable or of a template. */
const TEMPLATE = /^(?:\$|\{\{)/;

/** Values in the text of a configuration file that say what a secret is. */
export const secretFieldsOf = (text: string): string[] =>
  ASSIGNMENT.test(text)
    ? [...text.matchAll(FIELD)].flatMap(([, key = "", double, single, bare]) => {
        const value = double ?? single ?? bare ?? "";
        return isSecret(key, value) && !TEMPLATE.test(value) ? [value] : [];
      })
    : [];
