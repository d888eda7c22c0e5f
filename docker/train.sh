#!/bin/sh
# Runs the program once, with a database of its own and a short shift, so that the JVM writes down which classes it loaded
# and which code was hot. Java 25 or newer.
#   docker/train.sh target/quarkus-app target/simulators devices/simulators/recordings lotline.aot
set -eu
program=$1 simulators=$2 recordings=$3 cache=$4
port=${TRAINING_PORT:-18080}
token=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
data=$(mktemp -d)
options=$(dirname "$0")/java.options
[ -f "$program/java.options" ] && options=$program/java.options

# the cache belongs to the paths by which the program is started in the end
cd "$program"
LOTLINE_DATA_DIR=$data LOTLINE_ADMIN_TOKEN=$token QUARKUS_HTTP_PORT=$port QUARKUS_LOG_LEVEL=WARN \
  "$java" "@$options" -XX:AOTCacheOutput="$cache" -jar quarkus-run.jar &
app=$!
trap 'kill -9 $app 2>/dev/null || true' EXIT
# it waits for the port by itself
"$java" -Dlotline.recordings="$recordings" -cp "$simulators" lotline.simulators.Shift \
  --url "http://127.0.0.1:$port" --token "$token" --furnish --handhelds 4 --minutes 1
kill "$app"
# the end of the program writes the cache
wait "$app" || [ -s "$cache" ]
trap - EXIT
[ -s "$cache" ]
rm -rf "$data"
ls -l "$cache"
