#!/usr/bin/env bash
# Measures the sandbox beside a bare Kestrel that sends canned bytes, in interleaved rounds on one machine, and prints one
# table of medians and ratios. Everything stays on loopback, is bounded in time, and ends what it started.
#
#   bench/run.sh [--rounds N] [--seconds N] [--peers]
#
# Needs wrk and curl (Debian's packages of those names), the .NET SDK, and what .ci/native needs. With --peers also npm and what it brings.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=5 seconds=3 peers=
while [[ $# -gt 0 ]]; do
  case $1 in
    --rounds) rounds=$2; shift 2 ;;
    --seconds) seconds=$2; shift 2 ;;
    --peers) peers=yes; shift ;;
    *) echo "unknown: $1" >&2; exit 2 ;;
  esac
done
for tool in wrk curl dotnet clang; do
  command -v "$tool" > /dev/null || { echo "$tool is missing" >&2; exit 1; }
done

work=$(mktemp -d)
pids=()
clean() { for pid in "${pids[@]:-}"; do [[ -n $pid ]] && kill "$pid" 2> /dev/null && wait "$pid" 2> /dev/null; done; rm -rf "$work"; }
trap clean EXIT

rid=linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
publish() { dotnet publish "$1" -c Release -r "$rid" --no-self-contained -p:PublishReadyToRun=true -o "$2" --nologo -v quiet > "$work/publish.log" 2>&1 || { cat "$work/publish.log"; exit 1; }; }
echo "building ..." >&2
publish src/MockCustomers.Cli "$work/ours"
publish bench/BareKestrel "$work/bare"
dotnet publish bench/Profile -c Release -o "$work/profile" --nologo -v quiet
.ci/native "$rid" > "$work/native.log" 2>&1 || { cat "$work/native.log"; exit 1; }
ours=$work/ours/mockcustomers bare=$work/bare/BareKestrel native=artifacts/native/$rid/mockcustomers

# --- what is asked for
vendor=align base=5310 barePort=5309
"$ours" generate --vendor align --population 1000000000 --from 500000000 --count 200000 \
  | sed -E 's/.*"customer_id":"([^"]+)".*/\1/' > "$work/ids"
"$ours" generate --vendor align --population 1000000000 --from 500000007 --count 1 | tr -d '\n' > "$work/one.json"
printf '{"items":[%s]}' "$("$ours" generate --vendor flexprice --population 1000000000 --from 500000007 --count 100 | paste -sd,)" > "$work/list.json"
first=$(head -1 <("$ours" generate --vendor align --count 1) | sed -E 's/.*"customer_id":"([^"]+)".*/\1/')
key='Api-Key: align_sandbox_5f1c9a7e3b2d4860' listKey='x-api-key: sk_01K8DBYJ0ST5GD57EB6EATEACE'

# The requests are made up before, and Lua collects no garbage meanwhile: its pauses would be the server's slowest requests.
cat > "$work/cold.lua" <<'LUA'
local requests, at = {}, 0
function init(args)
  for id in io.lines(args[1]) do requests[#requests + 1] = wrk.format("GET", "/v0/customers/" .. id) end
  collectgarbage("stop")
end
function request()
  at = at % #requests + 1
  return requests[at]
end
LUA
cat > "$work/pages.lua" <<'LUA'
local requests, at = {}, 0
function init(args)
  for page = 1, 50000 do requests[page] = wrk.format("GET", "/v1/customers?limit=100&offset=" .. (page * 104729 % 900000000)) end
  collectgarbage("stop")
end
function request()
  at = at % #requests + 1
  return requests[at]
end
LUA
sed 's#/v1/customers#/list#' "$work/pages.lua" > "$work/barePages.lua"
cat > "$work/create.lua" <<'LUA'
local at, tag = 0, tostring(os.time())
function request()
  at = at + 1
  local body = '{"external_id":"acct-' .. tag .. '-' .. at .. '","name":"Bench"}'
  return wrk.format("POST", "/v1/customers", {["x-api-key"] = wrk.headers["x-api-key"], ["Content-Type"] = "application/json"}, body)
end
LUA

# --- the servers
ready() { for _ in $(seq 1 1000); do curl -sf -o /dev/null "$1" && return; sleep 0.005; done; echo "no answer from $1" >&2; exit 1; }
now() { date +%s%N; }
start() { # start NAME URL COMMAND...
  local name=$1 url=$2; shift 2
  local began; began=$(now)
  "$@" > "$work/$name.out" 2>&1 & pids+=($!); last=$!
  ready "$url"
  started=$((($(now) - began) / 1000000))
}
stop() { kill "$1" 2> /dev/null; wait "$1" 2> /dev/null || true; }
rss() { echo $(($(ps -o rss= -p "$1") / 1024)); }
size() { awk "BEGIN { printf \"%.1f\", $(du --summarize --bytes "$1" | cut -f1) / 1000000 }"; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

for round in $(seq 1 "$rounds"); do
  start bareStart "http://127.0.0.1:5308/one" "$bare" 5308 "$work/one.json" "$work/list.json"; echo "$started" >> "$work/start.bare"; stop "$last"
  start oursStart "http://127.0.0.1:5300/health/ready" "$ours" --log-requests off --port-base 5300; echo "$started" >> "$work/start.ours"; stop "$last"
  start nativeStart "http://127.0.0.1:5300/health/ready" "$native" --log-requests off --port-base 5300; echo "$started" >> "$work/start.native"; stop "$last"
  began=$(now)
  "$native" --log-requests off --port-base 5300 > "$work/nativeFirst.out" 2>&1 & last=$!; pids+=("$last")
  until curl -sf -o /dev/null -H "$key" "http://127.0.0.1:5301/v0/customers/$first"; do sleep 0.005; done
  echo $((($(now) - began) / 1000000)) >> "$work/first.native"; stop "$last"
done
start bare "http://127.0.0.1:$barePort/one" "$bare" "$barePort" "$work/one.json" "$work/list.json"; bareId=$last; bareIdle=$(rss "$bareId")
start big "http://127.0.0.1:$base/health/ready" "$ours" --log-requests off --port-base $base --population 1000000000 --curls; bigId=$last; bigIdle=$(rss "$bigId")
start small "http://127.0.0.1:5320/health/ready" "$ours" --log-requests off --port-base 5320 --population 1000; smallId=$last; smallIdle=$(rss "$smallId")
start quiet "http://127.0.0.1:5330/health/ready" "$ours" --log-requests off --port-base 5330 --population 1000000000 --journal 0; quietId=$last
start native "http://127.0.0.1:5370/health/ready" "$native" --log-requests off --port-base 5370 --population 1000000000; nativeId=$last; sleep 1; nativeIdle=$(rss "$nativeId")
hot=$(sed -n 7p "$work/ids")
# --- stubs on other paths: 100, 10,000, and two of which one is hit
for stubbed in 5340 5350 5360; do start "stubbed$stubbed" "http://127.0.0.1:$stubbed/health/ready" "$ours" --log-requests off --port-base $stubbed --population 1000000000; done
mappings() { # mappings FROM TO: stubs of WireMock.Net on paths of their own
  seq "$1" "$2" | awk '{ printf "%s{\"Request\":{\"Path\":\"/stub/%d\",\"Methods\":[\"GET\"]},\"Response\":{\"StatusCode\":200,\"BodyAsJson\":{\"stub\":%d}}}", (NR == 1 ? "[" : ","), $1, $1 } END { print "]" }' > "$work/mappings.json"
}
post() { curl -sf -o /dev/null -X POST -H 'Content-Type: application/json' -H "X-Sandbox-Session: ${2:-default}" --data-binary "@$work/mappings.json" "http://127.0.0.1:$1/__admin/mappings"; } # post PORT [SESSION]
mappings 1 1
began=$(now); post 5341; firstStub=$((($(now) - began) / 1000000))
for session in $(seq 1 20); do began=$(now); post 5341 "stubbed$session"; echo $((($(now) - began) / 1000000)) >> "$work/sessionStub"; done
mappings 2 100; post 5341; mappings 1 100; post 5343
mappings 1 2; post 5361
mappings 1 1000; post 5362
for port in 5351 5353; do for first in $(seq 1 500 10000); do mappings "$first" $((first + 499)); post $port; done; done
# --- two sessions, the clock of one of which was moved; and how long it takes to move it by a year while a thousand are watched
ask() { curl -sf -o /dev/null -X POST -H 'Content-Type: application/json' --data-binary "$2" "http://127.0.0.1:$base/__admin/$1"; }
ask 'sessions' '{"name": "still"}'; ask 'sessions' '{"name": "moved"}'; ask 'clock?session=moved' '{"advance": "P90D"}'
watched="{\"vendor\": \"$vendor\", \"customers\": [$(head -1000 "$work/ids" | sed 's/.*/"&"/' | paste -sd,)]}"
for round in $(seq 1 "$rounds"); do
  ask 'sessions' "{\"name\": \"year$round\"}"
  ask "watches?session=year$round" "$watched"
  began=$(now); ask "clock?session=year$round" '{"advance": "P1Y"}'; echo $((($(now) - began) / 1000)) >> "$work/year"
done
smallHot=$(curl -s "http://127.0.0.1:5320/__admin/customers?vendor=$vendor&limit=1" | grep -o '"id":"[^"]*' | cut -c7-)

load() { # load ROW WRK-ARGS...
  local row=$1; shift
  local out; out=$(wrk -t1 -c"${connections:-32}" -d"${seconds}s" --latency "$@" 2>&1)
  awk '/Requests\/sec/ { print $2 }' <<< "$out" >> "$work/row.$row"
  awk '/ 99%/ { v = $2; if (v ~ /us/) f = 0.001; else if (v ~ /ms/) f = 1; else f = 1000; sub(/[a-z]+/, "", v); print v * f }' <<< "$out" >> "$work/p99.$row"
}
url=http://127.0.0.1
for round in $(seq 1 "$rounds"); do
  echo "round $round of $rounds" >&2
  load bare-one "$url:$barePort/one"
  load get-hot -H "$key" "$url:$((base + 1))/v0/customers/$hot"
  load bare-one-script -s "$work/cold.lua" "$url:$barePort/" -- "$work/ids"
  load get-cold -H "$key" -s "$work/cold.lua" "$url:$((base + 1))/" -- "$work/ids"
  load get-hot-no-journal -H "$key" "$url:5331/v0/customers/$hot"
  load get-still -H "$key" -H 'X-Sandbox-Session: still' "$url:$((base + 1))/v0/customers/$hot"
  load get-moved -H "$key" -H 'X-Sandbox-Session: moved' "$url:$((base + 1))/v0/customers/$hot"
  load list-still -H "$listKey" -H 'X-Sandbox-Session: still' "$url:$((base + 3))/v1/customers?limit=100"
  load list-moved -H "$listKey" -H 'X-Sandbox-Session: moved' "$url:$((base + 3))/v1/customers?limit=100"
  load get-hot-1000 -H "$key" "$url:5321/v0/customers/$smallHot"
  load native-get-hot -H "$key" "$url:5371/v0/customers/$hot"
  load native-list-hot -H "$listKey" "$url:5373/v1/customers?limit=100"
  load refused-401 "$url:$((base + 1))/v0/customers/$hot"
  load refused-404 -H "$key" "$url:$((base + 1))/v0/customers/00000000-0000-4000-8000-000000000000"
  load refused-422 -H "Authorization: Bearer $(sed -n 's/.*- key: \(ey[^ ]*\)$/\1/p' specs/gurupay/vendor.yaml | head -1)" "$url:$((base + 4))/api/v1/customers?per_page=101"
  load bare-list "$url:$barePort/list"
  load list-hot -H "$listKey" "$url:$((base + 3))/v1/customers?limit=100"
  load get-stubs-100 -H "$key" "$url:5341/v0/customers/$hot"
  load get-stubs-10000 -H "$key" "$url:5351/v0/customers/$hot"
  load stub-hit "$url:5361/stub/2"
  load stub-hit-100 "$url:5341/stub/50"
  load stub-hit-1000 "$url:5362/stub/500"
  load list-stubs-100 -H "$listKey" "$url:5343/v1/customers?limit=100"
  load list-stubs-10000 -H "$listKey" "$url:5353/v1/customers?limit=100"
  load list-last -H "$listKey" "$url:$((base + 3))/v1/customers?limit=100&offset=939999800"
  load bare-list-script -s "$work/barePages.lua" "$url:$barePort/"
  load list-cold -H "$listKey" -s "$work/pages.lua" "$url:$((base + 3))/"
done
bareLoaded=$(rss "$bareId") bigLoaded=$(rss "$bigId") nativeLoaded=$(rss "$nativeId")
for round in $(seq 1 "$rounds"); do
  for connections in 1 8 128 512; do
    load "bare-one-$connections" "$url:$barePort/one"
    load "get-hot-$connections" -H "$key" "$url:$((base + 1))/v0/customers/$hot"
  done
done
unset connections
# Each vendor's first example of a single customer, as the start prints it.
grep -oE "^curl -H '[^']+' 'http://[^']+/customers?/[^/?']+'$" "$work/big.out" | sort -u -t: -k4,4 > "$work/examples"
while IFS="'" read -r _ header _ target _; do
  wrk -t1 -c32 -d1s -H "$header" "$target" > /dev/null
  dotnet "$work/profile/Profile.dll" "$bigId" $((seconds + 3)) counters > "$work/counters" & counting=$!
  sleep 1.5
  requests=$(wrk -t1 -c32 -d"${seconds}s" -H "$header" "$target" | awk '/requests in/ { print $1 }')
  wait "$counting"
  awk "/alloc-rate/ { printf \"%s %.0f\n\", \"${target%/*}\", \$2 / $requests }" "$work/counters" | sed 's#^[^ ]*:\([0-9]*\)[^ ]*#\1#' >> "$work/allocated"
done < "$work/examples"
for round in $(seq 1 "$rounds"); do
  load create -H "$listKey" -s "$work/create.lua" "$url:5333/"
  load bare-create -s "$work/create.lua" "$url:$barePort/"
done

# --- the table
row() { # row LABEL NAME BASELINE
  local rate baseline; rate=$(median < "$work/row.$2"); baseline=$(median < "$work/row.$3")
  printf '| %s | %.0f | %.2f | %.2f | %.2f |\n' "$1" "$rate" "$(awk "BEGIN { print $rate / $baseline }")" "$(median < "$work/p99.$2")" \
    "$(awk "BEGIN { print $(median < "$work/p99.$2") / $(median < "$work/p99.$3") }")"
}
echo "$(date -u +%Y-%m-%d), $(nproc) cores, $rounds rounds of ${seconds} s, wrk -t1 -c32, .NET $(dotnet --version)"
echo
echo 'Ratios are to the bare Kestrel asked by the same script of wrk.'
echo
echo '| | requests/s | ratio to bare | p99 ms | p99 ratio |'
echo '|---|---|---|---|---|'
row 'bare Kestrel, canned customer' bare-one bare-one
row 'get one, the same id, of 10^9' get-hot bare-one
row 'get one, each id new, of 10^9' get-cold bare-one-script
row 'get one, the same id, no journal' get-hot-no-journal bare-one
row 'get one, the same id, of 10^3' get-hot-1000 bare-one
row 'get one, the same id, in a session' get-still bare-one
row 'get one, the same id, in a session whose clock was moved' get-moved bare-one
row '401' refused-401 bare-one
row '404' refused-404 bare-one
row '422' refused-422 bare-one
row 'get one, the same id, native' native-get-hot bare-one
row 'list of 100, the same page, native' native-list-hot bare-list
for connections in 1 8 128 512; do row "get one, the same id, $connections connections" "get-hot-$connections" "bare-one-$connections"; done
row 'get one, 100 stubs on other paths' get-stubs-100 bare-one
row 'get one, 10,000 stubs on other paths' get-stubs-10000 bare-one
row 'a stub is hit, of two' stub-hit bare-one
row 'a stub is hit, of 100' stub-hit-100 bare-one
row 'a stub is hit, of 1,000' stub-hit-1000 bare-one
row 'bare Kestrel, the same POST' bare-create bare-create
row 'create' create bare-create
row 'bare Kestrel, canned list of 100' bare-list bare-list
row 'list of 100, the same page' list-hot bare-list
row 'list of 100, the last page' list-last bare-list
row 'list of 100, 100 stubs on other paths' list-stubs-100 bare-list
row 'list of 100, 10,000 stubs on other paths' list-stubs-10000 bare-list
row 'list of 100, each page new' list-cold bare-list-script
echo
awk "BEGIN { printf \"customers rendered a second in new pages: %.0f\n\", 100 * $(median < "$work/row.list-cold") }"
awk "BEGIN { printf \"journal on, of the throughput with it off: %.2f (at least 0.90 is wanted)\n\", $(median < "$work/row.get-hot") / $(median < "$work/row.get-hot-no-journal") }"
awk "BEGIN { printf \"a clock that was moved, of one that was not: get %.2f (0.91 is wanted), list %.2f\n\", $(median < "$work/row.get-moved") / $(median < "$work/row.get-still"), $(median < "$work/row.list-moved") / $(median < "$work/row.list-still") }"
awk "BEGIN { printf \"a year by the clock at 10^9, 1,000 watched: %.1f ms (100 are wanted)\n\", $(median < "$work/year") / 1000 }"
ofNoStubs() { awk "BEGIN { printf \"%.2f\", $(median < "$work/row.$1") / $(median < "$work/row.$2") }"; }
echo "stubs on other paths, of the throughput with none (at least 0.85 is wanted): get 100 $(ofNoStubs get-stubs-100 get-hot), 10,000 $(ofNoStubs get-stubs-10000 get-hot); list 100 $(ofNoStubs list-stubs-100 list-hot), 10,000 $(ofNoStubs list-stubs-10000 list-hot)"
echo "first stub, ms: $firstStub; of each further session: $(median < "$work/sessionStub")"
echo "bytes allocated a request, get one, the same id, by port: $(paste -sd, "$work/allocated" | sed 's/,/, /g')"
echo "start to first 200, ms: bare $(median < "$work/start.bare"), all five vendors $(median < "$work/start.ours"), native $(median < "$work/start.native"), to its first customer $(median < "$work/first.native")"
awk "BEGIN { printf \"native start, of bare Kestrel's: %.2f (at most 0.90 is wanted)\n\", $(median < "$work/start.native") / $(median < "$work/start.bare") }"
echo "resident MB, idle / loaded: bare $bareIdle / $bareLoaded, of 10^9 $bigIdle / $bigLoaded, of 10^3 idle $smallIdle, native of 10^9 $nativeIdle / $nativeLoaded (at most 45 idle is wanted)"
echo "MB on disk: with the runtime's help $(size "$work/ours"), native $(size "artifacts/native/$rid")"

[[ -z $peers ]] || bench/peers.sh "$work" "$rounds" "$seconds"
