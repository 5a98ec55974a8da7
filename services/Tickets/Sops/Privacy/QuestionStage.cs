using System.Globalization;
using System.Text.Json.Nodes;
using Phase1.Messaging;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.Privacy;

/// <summary>
/// A stage that asks all services and waits until each has answered. What stands in the way somewhere is waited for, and then all are asked anew.
/// </summary>
/// <param name="sop">The procedure.</param>
/// <param name="stage">The stage.</param>
/// <param name="purpose">What is asked, as on the wire; erasure for the order.</param>
/// <param name="by">How it asks.</param>
class QuestionStage(Sop sop, string stage, string purpose, Questioning by) : IStageHandler
{
    static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(10);
    static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public string Sop => sop.Name;

    public string Stage => stage;

    public async Task<StageResult> RunAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        await using var scope = by.Scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        var book = scope.ServiceProvider.GetRequiredService<PrivacyBook>();
        await work.BeginAsync(cancellationToken);
        var result = await RunAsync(ticket, book, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>What must have happened before services are asked; null where nothing is missing.</summary>
    protected virtual Task<StageResult?> BeforeAsync(Ticket ticket, PrivacyBook book, CancellationToken cancellationToken) =>
        Task.FromResult<StageResult?>(null);

    /// <summary>All have answered, and nothing stands in the way.</summary>
    protected virtual Task<StageResult> EndAsync(
        Ticket ticket,
        Question question,
        IReadOnlyList<ServiceAnswer> answers,
        PrivacyBook book,
        CancellationToken cancellationToken
    ) => Task.FromResult<StageResult>(new StageResult.Done(ToJson(answers)));

    /// <summary>The answers, by service.</summary>
    protected static JsonObject ToJson(IReadOnlyList<ServiceAnswer> answers) =>
        new(answers.Select(answer => KeyValuePair.Create(answer.Service, (JsonNode?)answer.ToJson())));

    /// <summary>Whom the ticket is about.</summary>
    protected DataSubject SubjectOf(Ticket ticket) => ScopeStage.SubjectOf(sop, ticket);

    async Task<StageResult> RunAsync(Ticket ticket, PrivacyBook book, CancellationToken cancellationToken)
    {
        if (await BeforeAsync(ticket, book, cancellationToken) is { } first)
        {
            return first;
        }
        var question = await book.OpenAsync(ticket.TicketId, purpose, cancellationToken);
        var waited = question is null ? TimeSpan.Zero : by.Clock.GetUtcNow() - question.AskedAt;
        var answers = question is null ? [] : await book.AnswersAsync(question.RequestId, cancellationToken);
        string[] missing = [.. by.Participants.Names.Except(answers.Select(answer => answer.Service))];
        if (question is not null && missing.Length > 0 && waited < by.Options.AskAgainAfter)
        {
            // Each answer that completes the question wakes the ticket; this is for one that came just before it was put to sleep.
            return new StageResult.Wait(Between(waited), $"waiting for {string.Join(", ", missing)}");
        }
        if (question is null || missing.Length > 0)
        {
            if (question is not null)
            {
                await book.CloseAsync(question, cancellationToken);
            }
            await book.AskAsync(ticket.TicketId, purpose, SubjectOf(ticket), cancellationToken);
            return new StageResult.Wait(ShortestWait, "asked");
        }
        await book.CloseAsync(question, cancellationToken);
        return answers.Any(answer => answer.IsBlocked)
            ? new StageResult.Wait(Between(UntilFree(answers)), $"blocked: {string.Join(", ", CodesOf(answers))}")
            : await EndAsync(ticket, question, answers, book, cancellationToken);
    }

    // The last blocker that has an end, an hour where none has.
    TimeSpan UntilFree(IReadOnlyList<ServiceAnswer> answers) =>
        answers
            .SelectMany(answer => answer.Blockers)
            .Select(blocker => (string?)blocker!["until"])
            .OfType<string>()
            .Select(until => DateTimeOffset.Parse(until, CultureInfo.InvariantCulture) - by.Clock.GetUtcNow())
            .DefaultIfEmpty(LongestWait)
            .Max();

    static IEnumerable<string> CodesOf(IReadOnlyList<ServiceAnswer> answers) =>
        answers.SelectMany(answer => answer.Blockers).Select(blocker => (string)blocker!["code"]!).Distinct().Order();

    static TimeSpan Between(TimeSpan time) =>
        time < ShortestWait ? ShortestWait
        : time > LongestWait ? LongestWait
        : time;
}
