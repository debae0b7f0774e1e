#!/usr/bin/env bash
# batching.initialize-refused: initialize is not served in a batch
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-03-26: recommendation not followed
# Expected: a batch of initialize alone: no result of initialize
# Seen: a batch of initialize alone: POST answered 200 application/json

# Exchange 624, seen in the run: POST answered 200 application/json
printf '\n== exchange 624 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '{"jsonrpc":"2.0","id":2,"method":"ping"}' \
  "$URL"

# Exchange 630, seen in the run: POST answered 200 application/json
printf '\n== exchange 630 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '[{"jsonrpc":"2.0","id":"touchstone-ee60ccfa-deec-49f0-831f-be38e4b8c792","method":"ping"},{"jsonrpc":"2.0","id":"touchstone-e7bcdb07-8465-4706-aadb-d3ba0d2a926e","method":"ping"}]' \
  "$URL"

# Exchange 770, seen in the run: POST answered 200 application/json
printf '\n== exchange 770 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '[{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-03-26","capabilities":{},"clientInfo":{"name":"touchstone","version":"1.0.0"}}}]' \
  "$URL"

# Exchange 775, seen in the run: POST answered 400 application/json
printf '\n== exchange 775 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '[{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-03-26","capabilities":{},"clientInfo":{"name":"touchstone","version":"1.0.0"}}},{"jsonrpc":"2.0","id":"touchstone-d1bdc32d-850f-43f2-8c88-9e751cbfc97b","method":"ping"}]' \
  "$URL"
