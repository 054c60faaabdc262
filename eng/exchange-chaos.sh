#!/usr/bin/env bash
# 交换混沌试验：COUNT messages about SUBJECTS subjects from one process to another that fails 30 % and hangs 10 % of the time, half of it after it has
# kept the message, while both are killed (kill -9) KILLS times each. Then both logs are compared: nothing lost, nothing twice, order kept,
# reconciliation equal. Everything on loopback, in a temporary folder; writes its part of docs/quality/exchange.md.
#   eng/exchange-chaos.sh [COUNT=100000] [SUBJECTS=10000] [KILLS=50]
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:-100000} subjects=${2:-10000} kills=${3:-50}
dotnet build samples/ExchangePartners -c Release -m:1 -v q --nologo -p:RunAnalyzers=false >/dev/null
run=samples/ExchangePartners/bin/Release/net10.0/exchange-partners
folder=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
sender='' receiver=''
end() {
  for process in $sender $receiver; do kill -9 "$process" 2>/dev/null || true; done
  rm -rf "$folder"
}
trap end EXIT
send() { $run authority "$folder/authority" $port fast >"$folder/sender.log" 2>&1 & sender=$!; }
receive() { $run province "$folder/province" $port 30 10 >"$folder/receiver.log" 2>&1 & receiver=$!; }
running() { kill -0 "$1" 2>/dev/null; }
slay() { kill -9 "$1" 2>/dev/null || true; wait "$1" 2>/dev/null || true; }
sent() { tail -n 1 "$folder/sender.log" 2>/dev/null | sed -n 's/^sent \([0-9]*\) .*/\1/p'; }

$run publish "$folder/authority" "$count" "$subjects"
begun=$SECONDS
before=$(cut -d' ' -f1-3 /proc/loadavg)
receive
send
# Each kill comes at its own part of the way, so that all of them meet messages under way; between the two a moment by chance.
slain=0
for ((next = 1; next <= kills; next++)); do
  until now=$(sent) && [[ -n $now ]] && ((now >= count * next / (kills + 2))); do
    running $sender || { echo "the sender has ended: $(tail -n 1 "$folder/sender.log")"; exit 1; }
    sleep 0.2
  done
  slay $receiver
  receive
  sleep "0.$((RANDOM % 10))"
  slay $sender
  : >"$folder/sender.log"
  send
  slain=$next
  ((next % 10)) || echo "$((SECONDS - begun)) s: $slain kills of each, $now sent"
done
while running $sender; do sleep 1; done
echo "all sent after $((SECONDS - begun)) s" | tee "$folder/lines"
for _ in $(seq 120); do
  if result=$($run check "$folder/authority" "$folder/province"); then
    { echo "$result"; echo "receiver and sender killed $slain times each"; } | tee -a "$folder/lines"
    python3 eng/exchange-page.py chaos "$before" <"$folder/lines"
    exit 0
  fi
  sleep 2
done
echo "$result"
exit 1
