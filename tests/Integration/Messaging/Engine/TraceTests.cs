using System.Diagnostics;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Telemetry;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>A trace goes on over the log: from the record that is handled to what its handling records.</summary>
public class TraceTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    protected virtual Task<EngineWorld> CreateWorldAsync(string hint) => EngineWorld.CreateAsync(hint);

    [Fact]
    public async Task Each_record_of_a_poll_goes_on_with_its_own_trace_and_so_does_what_it_causes()
    {
        using var one = new ListenedTrace();
        using var other = new ListenedTrace();
        await using var world = await CreateWorldAsync("traces");
        var (batch, id) = (Facts.NewId(), Facts.NewId());
        await world.FeedAsync(
            Envelopes.Of(Facts.Upload(batch), id, trace: one.Place),
            Envelopes.Of(Facts.Upload(batch), Facts.NewId(), trace: other.Place)
        );
        await world.StartAsync();
        await world.DrainAsync(Token);

        foreach (var trace in new[] { one, other })
        {
            var handled = trace.Processing(world.Prefix + Topics.EssayContentProvisioned).ShouldHaveSingleItem();
            handled.Kind.ShouldBe(ActivityKind.Consumer);
            handled.ParentSpanId.ShouldBe(trace.Origin);
            handled.TraceStateString.ShouldBe(ListenedTrace.State);
            // The file that the upload's handling records is handled by this service again.
            trace.Processing(world.Prefix + Topics.BatchFileAdded).ShouldHaveSingleItem().ParentSpanId.ShouldBe(handled.SpanId);
            (await PlacesAsync(world, handled)).ShouldBe(1);
        }
        var tags = one.Processing(world.Prefix + Topics.EssayContentProvisioned)[0].TagObjects.ToDictionary();
        tags["messaging.system"].ShouldBe(world.Log.SystemName);
        tags["messaging.operation.type"].ShouldBe("process");
        tags["messaging.destination.name"].ShouldBe(world.Prefix + Topics.EssayContentProvisioned);
        tags["messaging.consumer.group.name"].ShouldBe(EngineSetup.Service);
        tags["messaging.message.id"].ShouldBe(id.ToString());
    }

    [Fact]
    public async Task A_record_whose_trace_is_no_trace_is_handled_in_one_of_its_own()
    {
        using var trace = new ListenedTrace();
        await using var world = await CreateWorldAsync("no-trace");
        var record = Envelopes.Of(Facts.Upload(Facts.NewId()), Facts.NewId(), trace: trace.Place);
        var spoilt = System.Text.Encoding.UTF8.GetString(record.Body.Span).Replace("\"00-", "\"zz-", StringComparison.Ordinal);
        await world.FeedAsync(record with { Body = System.Text.Encoding.UTF8.GetBytes(spoilt) });
        await world.StartAsync();
        await world.DrainAsync(Token);

        (await world.CountAsync("effects")).ShouldBe(1);
        trace.Spans.ShouldBeEmpty();
    }

    // Records on the log, read past the engine, that say in body and headers alike that the span recorded them.
    static Task<long> PlacesAsync(EngineWorld world, Activity span) =>
        world.CountAsync(
            """
            (select headers::jsonb as h, convert_from(body, 'UTF8')::jsonb -> 'metadata' as m from log_records) r
            where h ->> 'traceparent' = $1 and m ->> 'traceparent' = $1 and h ->> 'tracestate' = $2 and m ->> 'tracestate' = $2
            """,
            span.Id!,
            ListenedTrace.State
        );
}
