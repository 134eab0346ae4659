#!/usr/bin/env bash
# What users would pick instead, on the same machine in the same rounds as the sandbox and the bare Kestrel: bench/run.sh --peers
# calls it. All but json-server and WireMock read specs/jani/openapi.json; those two get 100 customers to serve. A peer that npm
# does not install, or that needs Java where there is none, is named as absent. Every server is started anew in each round.
#   bench/peers.sh WORK-FOLDER ROUNDS SECONDS     WORK-FOLDER holds ours/ and bare/, published
set -euo pipefail
work=$1 rounds=$2 seconds=$3
spec=$PWD/specs/jani/openapi.json
bin=$work/peers/node_modules/.bin
credential="Authorization: Bearer $(sed -n 's/^  keys: \[\(.*\)\]$/\1/p' specs/jani/vendor.yaml | head -1)"
mkdir -p "$work/peers" "$work/wiremock/mappings"

"$work/ours/mockcustomers" generate --vendor jani --count 100 > "$work/customers.jsonl"
id=$(head -1 "$work/customers.jsonl" | sed -E 's/.*"id":"(cus_[^"]+)".*/\1/')
head -1 "$work/customers.jsonl" | tr -d '\n' > "$work/customer.json"
printf '{"customers":[%s]}' "$(paste -sd, "$work/customers.jsonl")" > "$work/db.json"
stub() { printf '{"request":{"method":"GET","urlPath":"%s"},"response":{"status":200,"headers":{"Content-Type":"application/json"},"body":%s}}' "$1" "$(node -p 'JSON.stringify(require("fs").readFileSync(0, "utf8"))' < "$2")"; }
stub "/api/v1/customers/$id" "$work/customer.json" > "$work/wiremock/mappings/one.json"
stub /api/v1/customers "$work/db.json" > "$work/wiremock/mappings/list.json"

kill_and_wait() { kill "$1" 2> /dev/null || true; wait "$1" 2> /dev/null || true; }
rss() { echo $(($(ps -o rss= -p "$1") / 1024)); }
rate() { wrk -t1 -c32 -d"${seconds}s" -H "$credential" "$1" | awk '/Requests\/sec/ { print $2 }'; }
median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

names=() labels=()
round() { # round NAME PORT GET LIST COMMAND...: one round of one server; its figures go to $work/peer.NAME.*
  local name=$1 port=$2 get=$3 list=$4 up='' began pid; shift 4
  [[ -e $work/peer.$name.absent ]] && return
  began=$(date +%s%N)
  "$@" > "$work/peer.$name.out" 2>&1 &
  pid=$!
  for _ in $(seq 1 2000); do
    curl -sf -o /dev/null -H "$credential" "http://127.0.0.1:$port$get" && up=yes && break
    kill -0 "$pid" 2> /dev/null || break
    sleep 0.005
  done
  if [[ -z $up ]]; then
    echo "it does not start: $(tail -c 100 "$work/peer.$name.out" | tr '\n|' '  ')" > "$work/peer.$name.absent"
    kill_and_wait "$pid"
    return
  fi
  echo $((($(date +%s%N) - began) / 1000000)) >> "$work/peer.$name.start"
  rss "$pid" >> "$work/peer.$name.idle"
  rate "http://127.0.0.1:$port$get" > /dev/null # to warm up
  rate "http://127.0.0.1:$port$get" >> "$work/peer.$name.get"
  rate "http://127.0.0.1:$port$list" >> "$work/peer.$name.list"
  rss "$pid" >> "$work/peer.$name.loaded"
  kill_and_wait "$pid"
}
declare_peer() { # declare_peer NAME LABEL [NPM-PACKAGE [COMMAND-NEEDED]]
  names+=("$1") labels+=("$2")
  if [[ -n ${4:-} ]] && ! command -v "$4" > /dev/null; then echo "it needs $4" > "$work/peer.$1.absent"
  elif [[ -n ${3:-} ]] && ! npm install --prefix "$work/peers" --no-audit --no-fund --silent "$3" > "$work/npm.log" 2>&1; then echo "npm does not install $3" > "$work/peer.$1.absent"; fi
}

declare_peer bare 'bare Kestrel, canned bytes'
declare_peer ours 'MockCustomers, five vendors of 100,000 customers'
declare_peer prism 'Prism, static' @stoplight/prism-cli
declare_peer prismd 'Prism, dynamic' @stoplight/prism-cli
declare_peer mockoon 'Mockoon' @mockoon/cli
declare_peer jsonserver 'json-server, 100 rows, no spec' json-server@0.17.4
declare_peer wiremock 'WireMock (Java), two stubs, no spec' wiremock java
one=/api/v1/customers/$id list=/api/v1/customers
for n in $(seq 1 "$rounds"); do
  echo "peers, round $n of $rounds" >&2
  round bare 5308 /one /list "$work/bare/BareKestrel" 5308 "$work/customer.json" "$work/db.json"
  round ours 5345 "$one" "$list?limit=100" "$work/ours/mockcustomers" --port-base 5340
  round prism 5401 "$one" "$list" node "$bin/prism" mock -p 5401 "$spec"
  round prismd 5402 "$one" "$list" node "$bin/prism" mock -d -p 5402 "$spec"
  round mockoon 5403 "$one" "$list" node "$bin/mockoon-cli" start --data "$spec" --port 5403
  round jsonserver 5404 "/customers/$id" '/customers?_limit=100' node "$bin/json-server" --quiet --port 5404 "$work/db.json"
  round wiremock 5405 "$one" "$list" java -jar "$work"/peers/node_modules/wiremock/build/wiremock-standalone-*.jar --port 5405 --bind-address 127.0.0.1 --root-dir "$work/wiremock" --no-request-journal
done

echo
echo "Each server alone, started anew in each of $rounds rounds of ${seconds} s; in brackets the ratio to bare Kestrel."
echo
echo '| | start to first 200, ms | idle / loaded, MB | get one, requests/s | list, requests/s |'
echo '|---|---|---|---|---|'
for i in "${!names[@]}"; do
  name=${names[$i]}
  if [[ -e $work/peer.$name.absent ]]; then echo "| ${labels[$i]} | absent: $(cat "$work/peer.$name.absent") | | | |"; continue; fi
  figures=()
  for what in get list; do
    rate=$(median "$work/peer.$name.$what") base=$(median "$work/peer.bare.$what")
    figures+=("$(awk "BEGIN { printf \"%.0f (%.4g)\", $rate, sprintf(\"%.2g\", $rate / $base) }")")
  done
  echo "| ${labels[$i]} | $(median "$work/peer.$name.start") | $(median "$work/peer.$name.idle") / $(median "$work/peer.$name.loaded") | ${figures[0]} | ${figures[1]} |"
done
