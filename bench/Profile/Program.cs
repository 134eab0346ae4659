// What a running process does, seen through EventPipe:
//   Profile PID SECONDS counters    bytes allocated and collections
//   Profile PID SECONDS types       what is allocated most, by type, sampled every 100 KB or so
//   Profile PID SECONDS methods     where the threads that serve are found, sampled every millisecond
using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Etlx;
using Microsoft.Diagnostics.Tracing.Parsers;

var process = int.Parse(args[0], CultureInfo.InvariantCulture);
var time = TimeSpan.FromSeconds(double.Parse(args[1], CultureInfo.InvariantCulture));
switch (args[2])
{
    case "counters": Counters(); break;
    case "types": Types(); break;
    case "methods": Methods(); break;
    default: throw new ArgumentException("counters, types or methods");
}

void Counters()
{
    string[] wanted = ["alloc-rate", "gen-0-gc-count", "gen-1-gc-count", "gen-2-gc-count"];
    var sums = wanted.ToDictionary(name => name, _ => 0.0);
    var interval = new Dictionary<string, string> { ["EventCounterIntervalSec"] = "1" };
    using var session = Session(new EventPipeProvider("System.Runtime", EventLevel.Informational, arguments: interval));
    using var source = new EventPipeEventSource(session.EventStream);
    source.Dynamic.All += e =>
    {
        if (e.EventName != "EventCounters") return;
        var counter = (IDictionary<string, object>)((IDictionary<string, object>)e.PayloadValue(0))["Payload"];
        if (sums.ContainsKey((string)counter["Name"])) sums[(string)counter["Name"]] += Convert.ToDouble(counter["Increment"], CultureInfo.InvariantCulture);
    };
    Run(session, () => source.Process());
    foreach (var (name, sum) in sums) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {sum:0}"));
}

void Types()
{
    var sizes = new Dictionary<string, double>();
    using var session = Session(new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Verbose, (long)ClrTraceEventParser.Keywords.GC));
    using var source = new EventPipeEventSource(session.EventStream);
    source.Clr.GCAllocationTick += tick => sizes[tick.TypeName] = sizes.GetValueOrDefault(tick.TypeName) + tick.AllocationAmount64;
    Run(session, () => source.Process());
    Print(sizes, 20, sizes.Values.Sum());
}

void Methods()
{
    var file = Path.GetTempFileName() + ".nettrace";
    using (var session = Session(
        new EventPipeProvider("Microsoft-DotNETCore-SampleProfiler", EventLevel.Informational),
        new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Verbose, (long)ClrTraceEventParser.Keywords.Default)))
    {
        using var to = File.Create(file);
        Run(session, () => session.EventStream.CopyTo(to));
    }

    var (alone, within) = (new Dictionary<string, double>(), new Dictionary<string, double>());
    var samples = 0;
    using (var log = new TraceLog(TraceLog.CreateFromEventPipeDataFile(file)))
    {
        foreach (var sample in log.Events.Where(e => e.ProviderName == "Microsoft-DotNETCore-SampleProfiler"))
        {
            var stack = new List<string>();
            for (var frame = sample.CallStack(); frame is not null; frame = frame.Caller) stack.Add(Short(frame.CodeAddress.FullMethodName));
            // Threads that wait for work, for a second or for the end of the process are on no such stack. Measure is InProcess' own.
            if (!stack.Exists(name => name.EndsWith("ThreadPoolWorkQueue.Dispatch", StringComparison.Ordinal) || name.Contains("g__Measure|", StringComparison.Ordinal))) continue;
            samples++;
            alone[stack[0]] = alone.GetValueOrDefault(stack[0]) + 1;
            foreach (var name in stack.Distinct()) within[name] = within.GetValueOrDefault(name) + 1;
        }
    }

    File.Delete(file);
    Console.WriteLine($"of {samples} samples, innermost:");
    Print(alone, 15, samples);
    Console.WriteLine("anywhere on the stack:");
    Print(within, 60, samples);
}

EventPipeSession Session(params EventPipeProvider[] providers) => new DiagnosticsClient(process).StartEventPipeSession(providers, requestRundown: true, circularBufferMB: 64);

void Run(EventPipeSession session, Action read)
{
    var reading = Task.Run(read);
    Thread.Sleep(time);
    session.Stop();
    reading.Wait();
}

static string Short(string method) => method.Split('(')[0];

static void Print(Dictionary<string, double> counts, int most, double all)
{
    foreach (var (name, count) in counts.OrderByDescending(c => c.Value).Take(most))
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count / all,6:0.0%}  {name}"));
}
