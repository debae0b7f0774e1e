#!/usr/bin/env bash
# jsonrpc.error.message-concise: An error message is one concise sentence
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"} ${EVENTS:+"$EVENTS"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-11-25: recommendation not followed
# Expected: an error.message of one line and at most 300 characters
# Seen: the answer to tools/call (exchange 454): 11 lines and 183 characters that begin with [; the answer to tools/call (exchange 456): 11 lines and 180 characters that begin with [; the answer to tools/call (exchange 458): 11 lines and 185 characters that begin with [; the answer to tools/list (exchange 1006): 11 lines and 182 characters that begin with [

# Exchange 454, seen in the run: POST answered 200 application/json
printf '\n== exchange 454 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{}}' \
  "$URL"

# Exchange 456, seen in the run: POST answered 200 application/json
printf '\n== exchange 456 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":5}}' \
  "$URL"

# Exchange 458, seen in the run: POST answered 200 application/json
printf '\n== exchange 458 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"generate_area_chart","arguments":"x"}}' \
  "$URL"

# Exchange 1006, seen in the run: POST answered 200 application/json
printf '\n== exchange 1006 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":5,"method":"tools/list","params":{"cursor":5}}' \
  "$URL"

# Revision 2025-06-18: recommendation not followed
# Expected: an error.message of one line and at most 300 characters
# Seen: the answer to tools/call (exchange 480): 11 lines and 183 characters that begin with [; the answer to tools/call (exchange 484): 11 lines and 180 characters that begin with [; the answer to tools/call (exchange 488): 11 lines and 185 characters that begin with [; the answer to tools/list (exchange 1005): 11 lines and 182 characters that begin with [

# Exchange 480, seen in the run: POST answered 200 application/json
printf '\n== exchange 480 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-06-18' \
  --data-raw '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{}}' \
  "$URL"

# Exchange 484, seen in the run: POST answered 200 application/json
printf '\n== exchange 484 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-06-18' \
  --data-raw '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":5}}' \
  "$URL"

# Exchange 488, seen in the run: POST answered 200 application/json
printf '\n== exchange 488 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-06-18' \
  --data-raw '{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"generate_area_chart","arguments":"x"}}' \
  "$URL"

# Exchange 1005, seen in the run: POST answered 200 application/json
printf '\n== exchange 1005 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-06-18' \
  --data-raw '{"jsonrpc":"2.0","id":5,"method":"tools/list","params":{"cursor":5}}' \
  "$URL"

# Revision 2025-03-26: recommendation not followed
# Expected: an error.message of one line and at most 300 characters
# Seen: the answer to tools/call (exchange 510): 11 lines and 183 characters that begin with [; the answer to tools/call (exchange 512): 11 lines and 180 characters that begin with [; the answer to tools/call (exchange 514): 11 lines and 185 characters that begin with [; the answer to tools/list (exchange 982): 11 lines and 182 characters that begin with [

# Exchange 510, seen in the run: POST answered 200 application/json
printf '\n== exchange 510 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{}}' \
  "$URL"

# Exchange 512, seen in the run: POST answered 200 application/json
printf '\n== exchange 512 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":5}}' \
  "$URL"

# Exchange 514, seen in the run: POST answered 200 application/json
printf '\n== exchange 514 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"generate_area_chart","arguments":"x"}}' \
  "$URL"

# Exchange 982, seen in the run: POST answered 200 application/json
printf '\n== exchange 982 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '{"jsonrpc":"2.0","id":5,"method":"tools/list","params":{"cursor":5}}' \
  "$URL"
