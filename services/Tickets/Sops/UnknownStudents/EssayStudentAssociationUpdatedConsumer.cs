using MassTransit;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Tickets.Sops.UnknownStudents;

/// <summary>Record 21: a teacher has corrected an author.</summary>
sealed class EssayStudentAssociationUpdatedConsumer(UnknownTickets unknown, UnitOfWork work) : IConsumer<EssayStudentAssociationUpdated>
{
    public async Task Consume(ConsumeContext<EssayStudentAssociationUpdated> context) =>
        work.Outcome = await unknown.CorrectedAsync(context.Message, context.CancellationToken);
}
