#!/usr/bin/env bash
# 交换混沌试验：COUNT messages about SUBJECTS subjects from one process to another that fails 30 % and hangs 10 % of the time, half of it after it has
# kept the message, while both are killed (kill -9) KILLS times each. Then both logs are compared: nothing lost, nothing twice, order kept,
# reconciliation equal. Everything on loopback, in a temporary folder.
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

$run publish "$folder/authority" "$count" "$subjects"
begun=$SECONDS
receive
send
slain=0 resent=0
while ((slain < kills || resent < kills)); do
  sleep $((RANDOM % 4 + 3))
  if ((slain < kills)); then slay $receiver; receive; slain=$((slain + 1)); fi
  sleep $((RANDOM % 3 + 2))
  if ((resent < kills)); then
    running $sender || { echo "all was sent after $resent kills of the sender: take more messages"; break; }
    slay $sender; send; resent=$((resent + 1))
  fi
  echo "killed: receiver $slain, sender $resent; $(tail -n 1 "$folder/sender.log")"
done
while running $sender; do sleep 2; done
echo "sent after $((SECONDS - begun)) s"
for _ in $(seq 120); do
  if result=$($run check "$folder/authority" "$folder/province"); then
    echo "$result"
    echo "receiver killed $slain times, sender $resent times"
    exit 0
  fi
  sleep 2
done
echo "$result"
exit 1
