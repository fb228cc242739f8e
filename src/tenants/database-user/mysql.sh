#!/bin/sh
# Makes the user as whom the pods of a tenant sign in, with their role in AWS and no password. It may run again at any time.
set -eu

MYSQL_PWD=$(cat "$SECRETS/master/password")
export MYSQL_PWD

mysql --no-defaults --protocol=TCP --host="$HOST" --port="$PORT" --user="$(cat "$SECRETS/master/username")" \
  --ssl-mode=VERIFY_IDENTITY --ssl-ca="$FOLDER/rds.pem" --connect-timeout=20 <"$FOLDER/mysql.sql"
echo "User $DATABASE_USER of $HOST is there."
