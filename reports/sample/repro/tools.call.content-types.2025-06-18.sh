#!/usr/bin/env bash
# tools.call.content-types.2025-06-18: Content items are of type text, image, audio, resource_link or resource
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"} ${EVENTS:+"$EVENTS"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-11-25: could not be decided
# Expected: Every item of content in results of tools that may be called has one of these types, and text items a text that is a string
# Reason: no call got a result: call of generate_area_chart: error -32603 "MCP error -32603: Failed to generate chart: getaddrinfo ENOTFOUND antv-studio.alipay.com"; call of generate_bar_chart: error -32603 "MCP error -32603: Failed to generate chart: getaddrinfo ENOTFOUND antv-studio.alipay.com"; call of generate_boxplot_chart: error -32603 "MCP error -32603: Failed to generate chart: getaddrinfo ENOTFOUND antv-studio.alipay.com"

# Exchange 47, seen in the run: POST answered 200 application/json
printf '\n== exchange 47 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"generate_area_chart","arguments":{"data":[{"time":"touchstone","value":1}]},"_meta":{"progressToken":"d523944c-3ada-40a8-950c-eadaf8911475"}}}' \
  "$URL"

# Exchange 56, seen in the run: POST answered 200 application/json
printf '\n== exchange 56 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"generate_bar_chart","arguments":{"data":[{"category":"touchstone","value":1}]},"_meta":{"progressToken":"16b6ab58-5a7f-4374-a63d-94f713b6a635"}}}' \
  "$URL"

# Exchange 72, seen in the run: POST answered 200 application/json
printf '\n== exchange 72 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":6,"method":"tools/call","params":{"name":"generate_boxplot_chart","arguments":{"data":[{"category":"touchstone","value":1}]},"_meta":{"progressToken":"a9c3f935-ea14-430b-9d9f-3227a4cfad8a"}}}' \
  "$URL"

# Exchange 90, seen in the run: POST answered 200 application/json
printf '\n== exchange 90 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":8,"method":"tools/call","params":{"name":"generate_column_chart","arguments":{"data":[{"category":"touchstone","value":1}]},"_meta":{"progressToken":"fbecea2b-a800-4aa7-a3ae-a4cc0c86ad18"}}}' \
  "$URL"

# Exchange 104, seen in the run: POST answered 200 application/json
printf '\n== exchange 104 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":10,"method":"tools/call","params":{"name":"generate_district_map","arguments":{"title":"touchstone","data":{"name":"touchstone"}},"_meta":{"progressToken":"e42e1455-29c6-462a-874b-26b7615f11a1"}}}' \
  "$URL"
