using MassTransit;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.FileIntake.Batches;

/// <summary>Record 25: deletes a batch's files and texts, and those texts of its essays that another service has stored.</summary>
sealed class BatchDeletedConsumer(BatchRows rows, UnitOfWork work) : IConsumer<BatchDeleted>
{
    // A record must not delete another teacher's texts.
    const string DeleteTexts = "delete from texts where storage_id = any($1::bpchar[]) and (owner_user_id is null or owner_user_id = $2)";

    public async Task Consume(ConsumeContext<BatchDeleted> context)
    {
        var deleted = context.Message;
        await rows.DeleteAsync(work, [(deleted.BatchId, deleted.UserId)], context.CancellationToken);
        await using var command = new NpgsqlCommand(DeleteTexts, work.Connection, work.Transaction)
        {
            Parameters =
            {
                new() { Value = deleted.TextStorageIds.ToArray() },
                new() { Value = deleted.UserId },
            },
        };
        await command.ExecuteNonQueryAsync(context.CancellationToken);
    }
}
