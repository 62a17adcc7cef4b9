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

-- What is said: the lines of $TEXTS, else always the same. A customer keeps to one language, every fifth to English.
local function texts()
   local lines = { { "工业机器人多少钱？我们做汽车零部件" }, {} }
   if os.getenv("TEXTS") then
      lines = { {}, {} }
      for line in io.lines(os.getenv("TEXTS")) do
         table.insert(lines[line:find("[\128-\255]") and 1 or 2], (line:gsub('[\\"]', "\\%0")))
      end
   end
   return lines
end

-- Ids have a fixed width, so the length hangs on the text alone and a request is only put together.
local function body(text, customer, message)
   return string.format(
      '{"text":"%s","customer":"c%07d","conversation":"k%07d","message_id":"%d-%d-%09d"}',
      text, customer, customer, run, thread, message)
end

function init()
   sent = 0
   said = texts()
   head = "POST /v1/turns HTTP/1.1\r\nHost: " .. wrk.headers["Host"] .. "\r\nAuthorization: Bearer " .. os.getenv("TOKEN")
      .. "\r\nContent-Type: application/json\r\nContent-Length: "
   bare = #body("", 0, 0)
end

function request()
   sent = sent + 1
   local customer = (first + sent * threads + thread) % conversations * stride
   local lines = customer / stride % 5 == 4 and #said[2] > 0 and said[2] or said[1]
   local text = lines[sent * 7919 % #lines + 1]
   return head .. bare + #text .. "\r\n\r\n" .. body(text, customer, sent)
end

function done(summary, latency)
   local errors = summary.errors
   io.write(string.format(
      '{"turns":%d,"per_second":%.1f,"p50_us":%d,"p99_us":%d,"failed":%d}\n',
      summary.requests, summary.requests / summary.duration * 1e6, latency:percentile(50), latency:percentile(99),
      errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
