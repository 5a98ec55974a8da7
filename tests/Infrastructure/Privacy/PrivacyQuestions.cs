using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Tests.Infrastructure.Privacy;

/// <summary>Asks a service about a student as Tickets would, and waits for what it answers.</summary>
public static class PrivacyQuestions
{
    public const string Ticket = "DSAR-20260302-0A1B2C";

    public static async Task<PersonalDataCollected> CollectAsync(
        this ServiceUnderTest service,
        DataSubject subject,
        CollectionPurpose purpose
    )
    {
        var question = new PersonalDataCollectionRequested
        {
            TicketId = Ticket,
            RequestId = service.NewId(),
            Purpose = purpose,
            StudentIds = subject.StudentIds,
            Essays = subject.Essays,
        };
        await service.FeedAsync(question);
        return await AnswerAsync<PersonalDataCollected>(service, answer => answer.RequestId == question.RequestId);
    }

    public static Task<PersonalDataErased> EraseAsync(this ServiceUnderTest service, DataSubject subject) =>
        service.EraseAsync(subject, service.NewId());

    /// <param name="service">The service.</param>
    /// <param name="subject">Whom it is to erase.</param>
    /// <param name="request">The order; the same one again is a repetition.</param>
    public static async Task<PersonalDataErased> EraseAsync(this ServiceUnderTest service, DataSubject subject, Guid request)
    {
        var order = new PersonalDataErasureRequested
        {
            TicketId = Ticket,
            RequestId = request,
            StudentIds = subject.StudentIds,
            Essays = subject.Essays,
        };
        await service.FeedAsync(order);
        return await AnswerAsync<PersonalDataErased>(service, answer => answer.RequestId == request);
    }

    static async Task<T> AnswerAsync<T>(ServiceUnderTest service, Func<T, bool> isIt)
        where T : class, IFact
    {
        T? answer = null;
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                answer = (await service.Log.FactsAsync<T>()).Select(fact => fact.Data).SingleOrDefault(isIt);
                return answer is not null;
            },
            default
        );
        await service.DrainAsync();
        return answer!;
    }
}
