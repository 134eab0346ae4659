#!/usr/bin/env bash
# The peers that npm brings, measured like the rest: bench/run.sh --peers calls it. A peer that does not install is named as absent.
#   bench/peers.sh WORK-FOLDER ROUNDS SECONDS
set -euo pipefail
work=$1 rounds=$2 seconds=$3
spec=$PWD/specs/jani/openapi.json
key='Authorization: Bearer anything'
path=/api/v1/customers/cus_01h3vjs3b16yc3f9q8q9pfrb80
mkdir -p "$work/peers"
echo
echo '| peer | start to first answer, ms | get one, requests/s | MB loaded |'
echo '|---|---|---|---|'

peer() { # peer LABEL PACKAGE PORT PATH COMMAND...
  local label=$1 package=$2 port=$3 path=$4; shift 4
  if ! npm install --prefix "$work/peers" --no-audit --no-fund --silent "$package" > "$work/npm.log" 2>&1; then
    echo "| $label | absent: npm cannot install $package | | |"
    return
  fi
  local began; began=$(date +%s%N)
  "$@" > "$work/peer.out" 2>&1 &
  local id=$!
  local up=
  for _ in $(seq 1 600); do curl -s -o /dev/null -H "$key" "http://127.0.0.1:$port$path" && up=yes && break; sleep 0.02; done
  local started=$((($(date +%s%N) - began) / 1000000))
  if [[ -z $up ]]; then echo "| $label | absent: it did not start | | |"; kill "$id" 2> /dev/null || true; return; fi
  for _ in $(seq 1 "$rounds"); do
    wrk -t1 -c32 -d"${seconds}s" -H "$key" "http://127.0.0.1:$port$path" | awk '/Requests\/sec/ { print $2 }'
  done | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }' > "$work/peer.rate"
  echo "| $label | $started | $(cat "$work/peer.rate") | $(($(ps -o rss= -p "$id") / 1024)) |"
  kill "$id" 2> /dev/null || true
  wait "$id" 2> /dev/null || true
}

bin=$work/peers/node_modules/.bin
peer 'Prism, static' @stoplight/prism-cli 5401 "$path" node "$bin/prism" mock -p 5401 "$spec"
peer 'Prism, dynamic' @stoplight/prism-cli 5402 "$path" node "$bin/prism" mock -d -p 5402 "$spec"
peer 'Mockoon' @mockoon/cli 5403 "$path" node "$bin/mockoon-cli" start --data "$spec" --port 5403
printf '{"customers": %s}' "$(cat fixtures/jani/customers.json)" > "$work/db.json"
peer 'json-server, one row' json-server@0.17.4 5404 /customers/cus_01h3vjs3b16yc3f9q8q9pfrb80 node "$bin/json-server" --quiet --port 5404 "$work/db.json"
echo '| WireMock (Java) | absent: it comes as a jar, which npm does not bring | | |'
