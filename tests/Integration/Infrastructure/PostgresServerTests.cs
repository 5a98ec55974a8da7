using Npgsql;
using Phase1.Tests.Infrastructure;

namespace Phase1.Integration.Tests.Infrastructure;

public sealed class PostgresServerTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_shared_server_gives_each_test_an_empty_database_of_its_own()
    {
        var server = await PostgresServer.SharedAsync();
        (await PostgresServer.SharedAsync()).ShouldBeSameAs(server);
        await using var one = await server.CreateDatabaseAsync("Essays & slots");
        await using var two = await server.CreateDatabaseAsync("Essays & slots");

        await ExecuteAsync(one, "CREATE TABLE essays (id uuid PRIMARY KEY)");
        await ExecuteAsync(two, "CREATE TABLE essays (id uuid PRIMARY KEY)");

        one.Name.ShouldStartWith("t_essaysslots_");
        one.Name.ShouldNotBe(two.Name);
    }

    [Fact]
    public async Task Disposing_a_database_drops_it_under_its_users()
    {
        var server = await PostgresServer.SharedAsync();
        var database = await server.CreateDatabaseAsync("dropped");
        await using var user = new NpgsqlConnection(database.ConnectionString);
        await user.OpenAsync(Token);

        await database.DisposeAsync();

        await using var administration = NpgsqlDataSource.Create(server.ConnectionString);
        await using var count = administration.CreateCommand("SELECT count(*) FROM pg_database WHERE datname = $1");
        count.Parameters.Add(new() { Value = database.Name });
        (await count.ExecuteScalarAsync(Token)).ShouldBe(0L);
    }

    [Fact]
    public async Task A_private_server_survives_an_immediate_stop_with_what_was_committed()
    {
        Assert.SkipUnless(PostgresServer.CanStartPrivate, "PostgreSQL's binaries are not installed.");
        await using var server = await PostgresServer.StartPrivateAsync();
        await using var database = await server.CreateDatabaseAsync("crash");
        await ExecuteAsync(database, "CREATE TABLE facts (id int); INSERT INTO facts VALUES (7)");

        await server.StopImmediateAsync();
        await Should.ThrowAsync<NpgsqlException>(() => ExecuteAsync(database, "SELECT 1"));
        await server.StartAsync();

        await using var query = database.DataSource.CreateCommand("SELECT id FROM facts");
        (await query.ExecuteScalarAsync(Token)).ShouldBe(7);
        await using var setting = database.DataSource.CreateCommand("SHOW fsync");
        (await setting.ExecuteScalarAsync(Token)).ShouldBe("on");
    }

    static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Token);
    }
}
