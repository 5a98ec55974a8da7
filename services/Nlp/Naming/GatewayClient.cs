using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.Nlp.Naming;

/// <summary>The door to language models.</summary>
sealed class GatewayClient(HttpClient http)
{
    /// <summary>Longer than the gateway takes for a name.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    const int MostTokens = 60;
    const string Instruction = """Who wrote this? Answer only {"name": string or null}.""";

    /// <summary>Asks for the name in an excerpt.</summary>
    /// <param name="requestId">The same question twice is one charge.</param>
    /// <param name="batchId">The batch.</param>
    /// <param name="essayId">The essay.</param>
    /// <param name="course">Its course.</param>
    /// <param name="excerpt">What is sent.</param>
    /// <param name="cause">On whose behalf.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer; null where the gateway does not take the question.</returns>
    /// <exception cref="ServiceUnavailableException">No model, no budget, or no gateway.</exception>
    public async Task<string?> AskNameAsync(
        Guid requestId,
        Guid batchId,
        Guid essayId,
        CourseCode? course,
        string excerpt,
        EventCause cause,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/llm/completions")
        {
            Content = JsonContent.Create(
                new Question(
                    requestId,
                    "name_extraction",
                    [new("system", Instruction), new("user", excerpt)],
                    MostTokens,
                    new(batchId, essayId, course)
                ),
                options: Phase1Json.Options
            ),
        };
        request.WithCause(cause);
        using var response = await http.SendAsync(request, cancellationToken);
        try
        {
            return response.StatusCode == HttpStatusCode.OK
                ? (await response.Content.ReadFromJsonAsync<Answer>(Phase1Json.Options, cancellationToken))?.Content
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    sealed record Question(Guid RequestId, string TaskType, IReadOnlyList<Message> Messages, int MaxOutputTokens, Subject Context);

    sealed record Message(string Role, string Content);

    sealed record Subject(Guid BatchId, Guid EssayId, CourseCode? CourseCode);

    sealed record Answer(string Content);
}
