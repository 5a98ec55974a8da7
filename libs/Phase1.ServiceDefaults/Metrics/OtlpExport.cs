using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Phase1.ServiceDefaults;

/// <summary>Sends spans and metrics to a collector, where Otlp:Endpoint names one.</summary>
sealed class OtlpExport(Uri endpoint, ServiceIdentity self) : IHostedService, IDisposable
{
    TracerProvider? _traces;
    MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(Name)
            .AddSource(Phase1Metrics.MeterName, "Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "MassTransit")
            .AddOtlpExporter(otlp => otlp.Endpoint = endpoint)
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(Name)
            .AddMeter(Phase1Metrics.MeterName, "Microsoft.AspNetCore.Hosting", "System.Net.Http", "System.Runtime", "Npgsql")
            .AddOtlpExporter(otlp => otlp.Endpoint = endpoint)
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    void Name(ResourceBuilder resource) => resource.AddService(self.Name);
}
