using MassTransit;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Associations.Opening;

/// <summary>
/// Record 9: matching has been asked for. Opens the set, so that the teacher can decide and the deadline runs even while matching is away;
/// where the suggestions came first, adds what they did not report.
/// </summary>
sealed class BatchStudentMatchingRequestedConsumer(ClassManagementDbContext db, LockedSets sets, UnitOfWork work, SetOpening opening)
    : IConsumer<BatchStudentMatchingRequested>
{
    public async Task Consume(ConsumeContext<BatchStudentMatchingRequested> context)
    {
        var request = context.Message;
        var token = context.CancellationToken;
        var set = await sets.LockAsync(request.BatchId, token);
        if (set is null)
        {
            var opened = await opening.OpenAsync(request.BatchId, request.ClassId, request.CourseCode, context.MessageId, token);
            if (opened is null)
            {
                work.Outcome = RecordOutcome.Stale;
                return;
            }
            sets.Add(NewRows.Awaiting(request));
        }
        else if (set.State != SetState.Open)
        {
            work.Outcome = RecordOutcome.Stale;
        }
        else
        {
            await CompleteAsync(set, request, token);
        }
    }

    async Task CompleteAsync(AssociationSet set, BatchStudentMatchingRequested request, CancellationToken token)
    {
        var rows = await sets.RowsAsync(set.BatchId, token);
        var missing = NewRows.NotReported(request, rows);
        var unnamed = NewRows.Unnamed(request, rows);
        if (missing.Count == 0 && unnamed.Count == 0)
        {
            work.Outcome = RecordOutcome.Duplicate;
            return;
        }
        sets.Add(missing);
        unnamed.ForEach(pair => db.Replace(pair.Row, pair.Row with { FileName = pair.FileName }));
        db.Replace(set, set);
    }
}
