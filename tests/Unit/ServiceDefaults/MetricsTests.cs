using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.ServiceDefaults;

public sealed class MetricsTests : IDisposable
{
    readonly Meter _meter = new($"test-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}");
    readonly MetricCollector _collector;

    public MetricsTests() => _collector = new MetricCollector(_meter.Name);

    [Fact]
    public void Counters_add_up_by_label()
    {
        var counter = _meter.CreateCounter<long>("things_total", description: "Things");
        counter.Add(2, new KeyValuePair<string, object?>("kind", "a"));
        counter.Add(3, new KeyValuePair<string, object?>("kind", "a"));
        counter.Add(1, new KeyValuePair<string, object?>("kind", "with \"quotes\"\n"));

        _collector
            .Scrape()
            .ShouldBe(
                """
                # HELP things_total Things
                # TYPE things_total counter
                things_total{kind="a"} 5
                things_total{kind="with \"quotes\"\n"} 1

                """,
                StringCompareShould.IgnoreLineEndings
            );
    }

    [Fact]
    public void Histograms_have_cumulated_buckets_sum_and_count()
    {
        var histogram = _meter.CreateHistogram(
            "wait_seconds",
            null,
            null,
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] }
        );
        foreach (var seconds in new[] { 0.05, 0.1, 0.5, 2 })
        {
            histogram.Record(seconds);
        }

        _collector
            .Scrape()
            .ShouldBe(
                """
                # TYPE wait_seconds histogram
                wait_seconds_bucket{le="0.1"} 2
                wait_seconds_bucket{le="1"} 3
                wait_seconds_bucket{le="+Inf"} 4
                wait_seconds_sum 2.65
                wait_seconds_count 4

                """,
                StringCompareShould.IgnoreLineEndings
            );
    }

    [Fact]
    public void An_observed_series_that_is_gone_is_no_longer_printed()
    {
        List<Measurement<long>> rows = [new(3, new KeyValuePair<string, object?>("service", "a"))];
        _meter.CreateObservableGauge("rows", () => rows);
        _collector.Scrape().ShouldContain("rows{service=\"a\"} 3");

        rows = [new(4, new KeyValuePair<string, object?>("service", "b"))];

        var text = _collector.Scrape();
        text.ShouldContain("rows{service=\"b\"} 4");
        text.ShouldNotContain("service=\"a\"");
    }

    [Fact]
    public void A_gauge_that_fails_costs_the_others_nothing()
    {
        _meter.CreateObservableGauge("broken", int () => throw new InvalidOperationException());
        _meter.CreateObservableGauge("sound", () => 1);

        _collector.Scrape().ShouldContain("sound 1");
    }

    [Fact]
    public async Task Requests_are_counted_by_template_method_and_status_class_never_by_address()
    {
        await using var host = await ProbeService.StartAsync();
        await host.SendAsync(HttpMethod.Get, "/v1/items/01890000-0000-7000-8000-000000000000");
        await host.SendAsync(new HttpMethod("INVENTED"), "/v1/nowhere/01890000");

        var text = await host.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        text.ShouldContain("phase1_http_requests_total{route=\"/v1/items/{id}\",method=\"GET\",status=\"2xx\"}");
        text.ShouldContain("phase1_http_request_seconds_bucket{route=\"/v1/items/{id}\",method=\"GET\",status=\"2xx\",le=\"0.005\"}");
        text.ShouldContain("phase1_http_requests_total{route=\"none\",method=\"other\",status=\"4xx\"}");
        text.ShouldNotContain("01890000");
    }

    [Fact]
    public async Task Each_of_several_hosts_in_a_process_shows_its_own_figures()
    {
        await using var one = await ProbeHost.StartAsync(new NamedService("one_service"), []);
        await using var other = await ProbeHost.StartAsync(new NamedService("other_service"), []);

        await one.SendAsync(HttpMethod.Get, "/v1/name");

        const string Line = "phase1_http_requests_total{route=\"/v1/name\"";
        (await one.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken)).ShouldContain(Line);
        (await other.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken)).ShouldNotContain(Line);
    }

    [Fact]
    public async Task A_host_whose_collector_is_away_serves_all_the_same()
    {
        await using var host = await ProbeService.StartAsync("--Otlp:Endpoint=http://127.0.0.1:1");

        (await host.SendAsync(HttpMethod.Get, "/v1/service")).IsSuccessStatusCode.ShouldBeTrue();

        host.Services.GetService<TracerProvider>().ShouldNotBeNull();
        host.Services.GetService<MeterProvider>().ShouldNotBeNull();
    }

    public void Dispose()
    {
        _collector.Dispose();
        _meter.Dispose();
    }

    sealed class NamedService(string name) : Phase1Service
    {
        public override string Name => name;

        public override int DefaultPort => 0;

        protected internal override void MapEndpoints(IEndpointRouteBuilder routes) =>
            routes.MapGet("/v1/name", () => name).RequireService();
    }
}
