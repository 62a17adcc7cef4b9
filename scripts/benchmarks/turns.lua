-- wrk: turns over many conversations, each customer in one thread's share, each message with an id of its own.
local conversations = tonumber(os.getenv("CONVERSATIONS"))
local threads = tonumber(os.getenv("THREADS"))
local first = tonumber(os.getenv("FIRST"))
local stride = tonumber(os.getenv("STRIDE"))
local number = 0

function setup(thread)
   thread:set("thread", number)
   number = number + 1
   thread:set("run", os.time())
end

-- Ids have a fixed width, so the length is known once and a request is only put together.
local function body(customer, message)
   return string.format(
      '{"text":"工业机器人多少钱？我们做汽车零部件","customer":"c%07d","conversation":"k%07d","message_id":"%d-%d-%09d"}',
      customer, customer, run, thread, message)
end

function init()
   sent = 0
   head = "POST /v1/turns HTTP/1.1\r\nHost: " .. wrk.headers["Host"] .. "\r\nAuthorization: Bearer " .. os.getenv("TOKEN")
      .. "\r\nContent-Type: application/json\r\nContent-Length: " .. #body(0, 0) .. "\r\n\r\n"
end

function request()
   sent = sent + 1
   return head .. body((first + sent * threads + thread) % conversations * stride, sent)
end

function done(summary, latency)
   local errors = summary.errors
   io.write(string.format(
      '{"turns":%d,"per_second":%.1f,"p50_us":%d,"p99_us":%d,"failed":%d}\n',
      summary.requests, summary.requests / summary.duration * 1e6, latency:percentile(50), latency:percentile(99),
      errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
