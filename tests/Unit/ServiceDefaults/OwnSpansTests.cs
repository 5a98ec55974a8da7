using System.Diagnostics;
using OpenTelemetry;
using Phase1.Messaging.Telemetry;
using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.ServiceDefaults;

public sealed class OwnSpansTests : IDisposable
{
    readonly ActivitySource _own = new(TelemetryNames.Of("one_service"));
    readonly ActivitySource _others = new(TelemetryNames.Of("other_service"));
    readonly ActivitySource _framework = new("OwnSpansTests.Framework");
    readonly Exported _exported = new();
    readonly OwnSpans _spans;
    readonly ActivityListener _listener;

    public OwnSpansTests()
    {
        _spans = new OwnSpans("one_service", _exported);
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source == _own || source == _others || source == _framework,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => _spans.OnEnd(span),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    [Fact]
    public void A_services_own_work_is_exported_with_the_statements_in_it()
    {
        using (_own.StartActivity("process"))
        {
            _framework.StartActivity("select")!.Dispose();
        }

        _exported.Names.ShouldBe(["select", "process"]);
    }

    [Fact]
    public void A_request_belongs_to_the_service_whose_host_received_it()
    {
        _framework.StartActivity("mine")!.SetTag(OwnSpans.ServiceTag, "one_service").Dispose();
        _framework.StartActivity("theirs")!.SetTag(OwnSpans.ServiceTag, "other_service").Dispose();

        _exported.Names.ShouldBe(["mine"]);
    }

    [Fact]
    public void Other_services_work_and_statements_outside_any_work_are_not_exported()
    {
        using (_others.StartActivity("process"))
        {
            _framework.StartActivity("update")!.Dispose();
        }
        _framework.StartActivity("poll")!.Dispose();

        _exported.Names.ShouldBeEmpty();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _spans.Dispose();
        _own.Dispose();
        _others.Dispose();
        _framework.Dispose();
    }

    sealed class Exported : BaseProcessor<Activity>
    {
        public List<string> Names { get; } = [];

        public override void OnEnd(Activity data) => Names.Add(data.DisplayName);
    }
}
