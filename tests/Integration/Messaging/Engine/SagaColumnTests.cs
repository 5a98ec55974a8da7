using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging;
using Phase1.Messaging.Sagas;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>A saga's columns come back as they were written, whichever way: by the engine's bulk statements or by Entity Framework.</summary>
public sealed class SagaColumnTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_of_column_survives_insert_update_and_load()
    {
        await using var world = await EngineWorld.CreateAsync("columns");
        var host = await world.StartAsync(setup => setup.Runs = false);
        var (full, empty) = (Full(), new Tally { CorrelationId = Facts.NewId(), CurrentState = "Open" });

        await InWorkAsync(host, sagas => Insert(sagas, full, empty));
        await ShouldBeAsync(host, full);
        await ShouldBeAsync(host, empty);

        var (filled, emptied) = (Full(empty.CorrelationId), new Tally { CorrelationId = full.CorrelationId, CurrentState = "Open" });
        await InWorkAsync(
            host,
            async sagas =>
            {
                await OverwriteAsync(sagas, filled);
                await OverwriteAsync(sagas, emptied);
            }
        );
        (filled.Version, emptied.Version) = (2, 2);
        await ShouldBeAsync(host, filled);
        await ShouldBeAsync(host, emptied);
    }

    [Fact]
    public async Task Enums_stand_in_the_table_by_name_and_json_as_json()
    {
        await using var world = await EngineWorld.CreateAsync("columntypes");
        var host = await world.StartAsync(setup => setup.Runs = false);

        await InWorkAsync(host, sagas => Insert(sagas, Full()));

        (await world.ScalarAsync<string>("select concat_ws('|', mood, details ->> 'a', score) from tallies")).ShouldBe("busy|1|12345.6789");
    }

    [Fact]
    public async Task A_saga_that_nothing_has_changed_is_not_written()
    {
        await using var world = await EngineWorld.CreateAsync("unchanged");
        var host = await world.StartAsync(setup => setup.Runs = false);
        var tally = Full();
        await InWorkAsync(host, sagas => Insert(sagas, tally));
        var written = await world.ScalarAsync<string>("select xmin::text from tallies");

        await InWorkAsync(host, async sagas => sagas.Update((await sagas.FindAsync(tally.CorrelationId, Token))!));

        (await world.ScalarAsync<string>("select xmin::text from tallies")).ShouldBe(written);
    }

    [Fact]
    public async Task A_saga_that_another_transaction_changed_under_our_hands_is_a_conflict()
    {
        await using var world = await EngineWorld.CreateAsync("conflict");
        var host = await world.StartAsync(setup => setup.Runs = false);
        var tally = Full();
        await InWorkAsync(host, sagas => Insert(sagas, tally));

        var conflict = await Should.ThrowAsync<SagaConflictException>(() =>
            host.WorkAsync(
                async (work, _) =>
                {
                    await work.BeginAsync(Token);
                    var sagas = work.Sagas.Of<Tally>();
                    var loaded = (await sagas.FindAsync(tally.CorrelationId, Token))!;
                    await using var meanwhile = new Npgsql.NpgsqlCommand(
                        "update tallies set version = 7",
                        work.Connection,
                        work.Transaction
                    );
                    await meanwhile.ExecuteNonQueryAsync(Token);
                    loaded.Files++;
                    sagas.Update(loaded);
                    await work.CommitAsync(Token);
                }
            )
        );

        conflict.ShouldBeAssignableTo<InfrastructureException>();
        (await world.ScalarAsync<int>("select version from tallies")).ShouldBe(1);
    }

    static Tally Full(Guid? id = null) =>
        new()
        {
            CorrelationId = id ?? Facts.NewId(),
            CurrentState = "Open",
            Files = 3,
            LastUpload = Facts.NewId(),
            Mood = TallyMood.Busy,
            Score = 12345.6789m,
            Details = """{"a": 1}""",
            Note = "å \"quoted\" {braces}, NULL",
            TouchedAt = Facts.Instant,
            Closed = true,
        };

    static Task Insert(SagaSession<Tally> sagas, params Tally[] tallies)
    {
        foreach (var tally in tallies)
        {
            sagas.Insert(tally);
        }
        return Task.CompletedTask;
    }

    static async Task OverwriteAsync(SagaSession<Tally> sagas, Tally with)
    {
        var tally = (await sagas.FindAsync(with.CorrelationId, Token))!;
        foreach (var property in typeof(Tally).GetProperties().Where(p => p.Name is not nameof(Tally.Version)))
        {
            property.SetValue(tally, property.GetValue(with));
        }
        sagas.Update(tally);
    }

    static Task InWorkAsync(EngineHost host, Func<SagaSession<Tally>, Task> act) =>
        host.WorkAsync(
            async (work, _) =>
            {
                await work.BeginAsync(Token);
                await act(work.Sagas.Of<Tally>());
                await work.CommitAsync(Token);
            }
        );

    static async Task ShouldBeAsync(EngineHost host, Tally expected)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var byFramework = await scope.ServiceProvider.GetRequiredService<TallyContext>().FindAsync<Tally>([expected.CorrelationId], Token);
        byFramework.ShouldBeEquivalentTo(expected);
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await work.BeginAsync(Token);
        (await work.Sagas.Of<Tally>().FindAsync(expected.CorrelationId, Token)).ShouldBeEquivalentTo(expected);
    }
}
