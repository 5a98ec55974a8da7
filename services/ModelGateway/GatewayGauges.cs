using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Phase1.ModelGateway.Guard;
using Phase1.ModelGateway.Health;
using Meter = System.Diagnostics.Metrics.Meter;

namespace Phase1.ModelGateway;

/// <summary>What stands now: providers as this instance knows them, open calls as the sweeper counted them last, and what waits for the ledger.</summary>
sealed class GatewayGauges : IDisposable
{
    readonly Meter _meter = new(ModelGatewayService.Meter.Name);
    volatile int _open;
    volatile int _overdue;

    public GatewayGauges(ProviderRegistry providers, Spool spool, TimeProvider clock)
    {
        _meter.CreateObservableGauge(
            "phase1_llm_provider_state",
            () => Of(providers, known => (int)known.State.Health.LevelAt(clock.GetUtcNow())),
            description: "0 unknown, 1 available, 2 degraded, 3 unavailable, 4 rate limited, 5 misconfigured"
        );
        _meter.CreateObservableGauge(
            "phase1_llm_circuit_open",
            () => Of(providers, known => known.State.Health.Circuit == CircuitState.Closed ? 0 : 1),
            description: "1 while a provider is left alone"
        );
        _meter.CreateObservableGauge("phase1_llm_spool_lines", () => spool.Lines, description: "Ends of calls that wait for the ledger");
        _meter.CreateObservableGauge(
            "phase1_llm_reservations_open",
            () => new Measurement<int>[] { new(_open, Kind("open")), new(_overdue, Kind("overdue")) },
            description: "Calls that hold something; overdue are those whose process is thought to have ended"
        );
    }

    internal async Task CountReservationsAsync(GatewayDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _open = await db.Reservations.CountAsync(cancellationToken);
        _overdue = await db.Reservations.CountAsync(reservation => reservation.ExpiresAt <= now, cancellationToken);
    }

    public void Dispose() => _meter.Dispose();

    static KeyValuePair<string, object?> Kind(string kind) => new("kind", kind);

    static IEnumerable<Measurement<int>> Of(ProviderRegistry providers, Func<KnownProvider, int> value) =>
        providers.All.Select(known => new Measurement<int>(value(known.Value), new KeyValuePair<string, object?>("provider", known.Key)));
}
