using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Phase1.Messaging.Telemetry;

namespace Phase1.ServiceDefaults;

/// <summary>Sends a service's spans and metrics to a collector, where Otlp:Endpoint names one.</summary>
static class OpenTelemetryExport
{
    internal static void Add(IServiceCollection services, string service, Uri endpoint)
    {
        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service))
            .WithTracing(traces =>
                traces
                    .AddSource(TelemetryNames.Of(service))
                    .AddAspNetCoreInstrumentation(requests => requests.Filter = IsWork)
                    .AddHttpClientInstrumentation()
                    .AddNpgsql()
                    .AddProcessor(OwnSpans.To(service, new OtlpTraceExporter(new OtlpExporterOptions { Endpoint = endpoint })))
            )
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(TelemetryNames.Of(service))
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddNpgsqlInstrumentation()
                    .AddOtlpExporter(otlp => otlp.Endpoint = endpoint)
            );
        // ASP.NET Core measures each host of a process under that host's own meter factory.
        services.ConfigureOpenTelemetryMeterProvider(
            (host, metrics) =>
            {
                var own = host.GetRequiredService<IMeterFactory>();
                metrics.AddView(instrument =>
                    instrument.Meter.Scope is IMeterFactory factory && factory != own ? MetricStreamConfiguration.Drop : null
                );
            }
        );
    }

    // Probes come every few seconds and say nothing.
    static bool IsWork(HttpContext context) => context.Request.Path.Value is not ("/livez" or "/readyz" or "/metrics");
}
