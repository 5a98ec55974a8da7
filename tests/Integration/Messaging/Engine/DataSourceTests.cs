using Npgsql;
using Phase1.Messaging.Storage;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Wire;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>What it costs to open a first connection.</summary>
public sealed class DataSourceTests
{
    public static TheoryData<string> Kinds => ["pool", "sessions"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task It_is_one_step_since_nobody_asks_about_the_servers_types(string kind)
    {
        var server = await PostgresServer.SharedAsync();
        await using var wire = new FaultyWire(server, patience: 30);
        await using var source = Open(kind, wire.Through(server.ConnectionString));
        wire.Arm(2, WireFault.Pause(() => Task.CompletedTask));

        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        wire.HasStruck.ShouldBeFalse();
        await using var command = new NpgsqlCommand("select array['a', 'b']", connection);
        var answer = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);

        ((string[])answer!).ShouldBe(["a", "b"]);
        wire.HasStruck.ShouldBeTrue();
    }

    static NpgsqlDataSource Open(string kind, string connectionString) =>
        kind == "pool" ? DataSources.Pool(connectionString) : DataSources.Sessions(connectionString);
}
