using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Messaging.Background;
using Phase1.ModelGateway.Routing;

namespace Phase1.ModelGateway.Health;

/// <summary>Tells others when a provider is in another state than before. Of several instances that have met it, one tells it.</summary>
sealed class HealthRecords : PeriodicWork
{
    readonly ProviderRegistry _providers;
    readonly RoutingOptions _options;
    readonly TimeProvider _clock;

    public HealthRecords(IServiceProvider services, ProviderRegistry providers, RoutingOptions options, TimeProvider clock)
        : base(services)
    {
        (_providers, _options, _clock) = (providers, options, clock);
        foreach (var known in providers.All.Values)
        {
            known.State.Changed = Wake;
        }
    }

    protected override TimeSpan Interval => _options.PollInterval;

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var db = scope.GetRequiredService<GatewayDbContext>();
        var work = scope.GetRequiredService<UnitOfWork>();
        var now = _clock.GetUtcNow();
        await work.BeginAsync(cancellationToken);
        // One instance after the other: the second one finds what the first has told.
        var stored = await db
            .ProviderHealth.FromSql($"select * from provider_health order by provider for update")
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        foreach (var known in _providers.All.Values)
        {
            var before = stored.Find(health => health.Provider == known.Provider.Name);
            var after = Of(known, now);
            if (
                after.Status == (before?.Status ?? ProviderLevel.Unknown)
                && after.CircuitState == (before?.CircuitState ?? CircuitState.Closed)
            )
            {
                continue;
            }
            if (await StoreAsync(db, before, after, cancellationToken))
            {
                work.Publish(Fact(before?.Status ?? ProviderLevel.Unknown, after));
            }
        }
        await work.CommitAsync(cancellationToken);
    }

    static StoredHealth Of(KnownProvider known, DateTimeOffset now)
    {
        var (health, note) = (known.State.Health, known.State.Note);
        return new()
        {
            Provider = known.Provider.Name,
            Status = health.LevelAt(now),
            CircuitState = health.Circuit,
            Reason = note.Reason,
            HttpStatus = note.HttpStatus,
            ChangedAt = now,
        };
    }

    static async Task<bool> StoreAsync(GatewayDbContext db, StoredHealth? before, StoredHealth after, CancellationToken cancellationToken)
    {
        var (status, circuit) = (WireEnum.Name(after.Status), WireEnum.Name(after.CircuitState));
        var stored = before is null
            ? await db.Database.ExecuteSqlAsync(
                $"""
                insert into provider_health (provider, status, circuit_state, reason, http_status, changed_at)
                values ({after.Provider}, {status}, {circuit}, {after.Reason}, {after.HttpStatus}, {after.ChangedAt})
                on conflict do nothing
                """,
                cancellationToken
            )
            : await db.Database.ExecuteSqlAsync(
                $"""
                update provider_health set status = {status}, circuit_state = {circuit}, reason = {after.Reason},
                    http_status = {after.HttpStatus}, changed_at = {after.ChangedAt}
                where provider = {after.Provider}
                """,
                cancellationToken
            );
        return stored == 1;
    }

    static LlmProviderHealthChanged Fact(ProviderLevel from, StoredHealth to) =>
        new()
        {
            Provider = to.Provider,
            From = WireEnum.Name(from),
            To = WireEnum.Name(to.Status),
            CircuitState = WireEnum.Name(to.CircuitState),
            Reason = to.Reason,
            HttpStatus = to.HttpStatus,
            At = to.ChangedAt,
        };
}
