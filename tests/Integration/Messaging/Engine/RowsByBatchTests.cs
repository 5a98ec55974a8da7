using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>What is kept of the batches of a poll is read in one query, whichever record asks first.</summary>
public sealed class RowsByBatchTests : EngineTests
{
    readonly List<Guid[]> _asked = [];
    RowsByBatch<Effect>? _rows;

    [Fact]
    public async Task The_rows_of_all_batches_of_a_poll_are_read_at_once()
    {
        await using var world = await CreateWorldAsync("readatonce");
        Guid[] batches = [.. Enumerable.Range(0, 3).Select(_ => Facts.NewId())];
        await world.ExecuteAsync(
            $"insert into effects (event_id, batch_id, upload_id) values ('{batches[1]}', '{batches[1]}', '{batches[1]}')"
        );
        await world.FeedAsync([.. batches.Select(batch => Facts.Upload(batch))]);
        var seen = new Dictionary<Guid, int>();

        await world.StartAsync(setup =>
            setup.Script.Before = async context => seen[context.Message.BatchId] = (await RowsAsync(context)).Count
        );
        await world.DrainAsync(Token);

        _asked.ShouldHaveSingleItem().ShouldBe(batches, ignoreOrder: true);
        batches.Select(batch => seen[batch]).ShouldBe([0, 1, 0]);
    }

    [Fact]
    public async Task A_row_that_an_earlier_record_added_is_among_those_of_its_batch()
    {
        await using var world = await CreateWorldAsync("readandadded");
        var (batch, other) = (Facts.NewId(), Facts.NewId());
        await world.FeedAsync(Facts.Upload(batch), Facts.Upload(other), Facts.Upload(batch));
        var seen = new List<(Guid, int)>();

        await world.StartAsync(setup =>
            setup.Script.Before = async context =>
            {
                seen.Add((context.Message.BatchId, (await RowsAsync(context)).Count));
                _rows!.Add(new Effect { BatchId = context.Message.BatchId });
            }
        );
        await world.DrainAsync(Token);

        seen.ShouldBe([(batch, 0), (batch, 1), (other, 0)], ignoreOrder: true);
    }

    ValueTask<IReadOnlyList<Effect>> RowsAsync(ConsumeContext<EssayContentProvisioned> context)
    {
        var work = Script.Work(context);
        var effects = work.Services.GetRequiredService<TallyContext>().Effects;
        _rows ??= new(work, ids => Note(ids, effects), effect => effect.BatchId);
        return _rows.OfAsync(context.Message.BatchId, Token);
    }

    IQueryable<Effect> Note(Guid[] batchIds, DbSet<Effect> effects)
    {
        _asked.Add(batchIds);
        return effects.AsNoTracking().Where(effect => batchIds.Contains(effect.BatchId));
    }
}
