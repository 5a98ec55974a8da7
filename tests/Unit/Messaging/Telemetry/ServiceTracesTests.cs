using System.Diagnostics;
using Phase1.Messaging;
using Phase1.Messaging.Log;
using Phase1.Messaging.Records;
using Phase1.Messaging.Telemetry;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Unit.Tests.Messaging.Telemetry;

public sealed class ServiceTracesTests : IDisposable
{
    const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    readonly string _service = $"service-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
    readonly ServiceTraces _traces;
    readonly EventCause _cause = new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Trace: TraceContext.Read(Parent, null));

    public ServiceTracesTests() => _traces = new ServiceTraces(_service, "fake");

    [Fact]
    public void Spans_cost_no_allocation_while_nobody_listens()
    {
        var record = Record();
        _ = (Process(record), _traces.Continue("work", _cause));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Process(record).ShouldBeNull();
            _traces.Continue("work", _cause).ShouldBeNull();
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Work_on_a_stored_cause_is_of_its_trace_and_links_to_what_triggers_it()
    {
        using var listener = Listen();
        using var request = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();

        using var span = _traces.Continue("release", _cause);

        span!.ParentId.ShouldBe(Parent);
        span.Links.ShouldHaveSingleItem().Context.SpanId.ShouldBe(request.SpanId);
    }

    [Fact]
    public void Work_in_the_trace_that_is_current_already_has_no_link()
    {
        using var listener = Listen();
        using var outer = _traces.Continue("match", _cause);

        using var span = _traces.Continue("extract", _cause);

        span!.Links.ShouldBeEmpty();
    }

    public void Dispose() => _traces.Dispose();

    ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TelemetryNames.Of(_service),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    Activity? Process(InboundRecord record) =>
        _traces.Process(record.Record.Topic, record.Record.Partition, record.EventId, record.Cause, record.IsRedriven);

    static InboundRecord Record()
    {
        var record = Envelopes.Of(Facts.Upload(Facts.NewId()), Facts.NewId(), trace: TraceContext.Read(Parent, null));
        var read = InboundRecord.Read(new LogRecord(record.Topic, 0, 0, record.Key, record.Body), "");
        read.Cause.Trace.ShouldNotBeNull();
        return read;
    }
}
