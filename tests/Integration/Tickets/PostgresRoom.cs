using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tickets;
using Phase1.Tickets.Schema;
using Phase1.Tickets.Store;

namespace Phase1.Integration.Tests.Tickets;

/// <summary>Tickets as the host keeps them.</summary>
public sealed class PostgresRoom : TicketRoom
{
    TestDatabase _database = null!;
    ServiceProvider _services = null!;

    internal override ITicketSessions Sessions => field ??= new PostgresSessions(_services.GetRequiredService<IServiceScopeFactory>());

    internal override SqlDialect Dialect => PostgresDialect.Instance;

    public override async ValueTask InitializeAsync()
    {
        var numbered = MigrationFile.Of(PostgresDialect.Instance.Folder).Select(file => file.Text);
        var script = string.Join('\n', numbered.Prepend(ServiceSchema.Of(new TicketsService())));
        _database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("tickets", script);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddPhase1Messaging<TicketsDbContext>(
                $"{_database.ConnectionString};Maximum Pool Size=20",
                new MessagingOptions { ServiceName = "tickets_service" },
                messaging => messaging.PlanAnew()
            )
            .BuildServiceProvider();
    }

    public override async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    protected override string Trap(string table, string operation, string column, string ticket) =>
        $"""
            create or replace function trap() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$;
            create trigger trap before {operation} on {table} for each row when (new.{column} = '{ticket}') execute function trap();
            """;

    protected override string WithoutTrap(string table) => $"drop trigger trap on {table}";
}
