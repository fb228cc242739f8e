/** Last words of keys that hold a secret: `adminPassword`, `AWS_SECRET_ACCESS_KEY`, `http_passwd`. */
const LAST_WORDS = [
  "password",
  "passwd",
  "passphrase",
  "pwd",
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

/** True if a setting, a variable or a field of this name holds a secret. */
export function isSecretKey(key: string): boolean {
  const words = wordsOf(key);
  return WHOLE.includes(words) || LAST_WORDS.some((last) => ` ${words}`.endsWith(` ${last}`));
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
export const isLiteral = (value: string): boolean => !PLAIN_WORD.test(value) && !REFERENCE.test(value);

/** Fields in the text of a configuration file: `password = x`, `"client_secret": "x"`, `http_passwd: x`. */
const FIELD =
  /(?:^|[\s{,;])["']?([A-Za-z][\w.-]*)["']?[ \t]*[:=][ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"',;{}[\]]+))/g;

/** Start of a variable or of a template. */
const TEMPLATE = /^(?:\$|\{\{)/;

/** Values in the text of a configuration file that say what a secret is. */
export const secretFieldsOf = (text: string): string[] =>
  [...text.matchAll(FIELD)].flatMap(([, key = "", double, single, bare]) => {
    const value = double ?? single ?? bare ?? "";
    return isSecretKey(key) && isLiteral(value) && !TEMPLATE.test(value) ? [value] : [];
  });
